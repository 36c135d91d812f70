/* What a coded table promises: the weights that were put in, for whoever asks first; and no damage
 * that gets past opening, or, where opening trusts, past its bounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "lexicon/lexicon.h"
#include "model/table_code.h"
#include "model/weights.h"
#include "train/table_writer.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { ROW_BITS = 10, ROWS = 1 << ROW_BITS };

static uint64_t state_of_chance = 1;

static uint64_t chance(void)
{
  state_of_chance = state_of_chance * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return state_of_chance ^ state_of_chance >> 29;
}

/* A table in which a third of the rows are there, with few weights, mostly small. */
static act_table make_dense(uint32_t width)
{
  act_table table = { aligned_alloc(64, ROWS * width), ROW_BITS, width, true, NULL };
  assert_non_null(table.cells);
  memset(table.cells, 0, ROWS * width);
  for (size_t row = 0; row < ROWS; row++) {
    int8_t *cells = table.cells + row * width;
    if (chance() % 3)
      continue;
    for (size_t j = 0; j + 1 < width; j++)
      if (chance() % 4 == 0)
        cells[j] = (int8_t)(chance() % 8 ? (int)(chance() % 9) - 4 : (int)(chance() % 255) - 127);
    cells[width - 1] = (int8_t)(1 + chance() % 255);
  }
  return table;
}

/* A section's bytes, to be freed. */
static unsigned char *encode(const act_table *table, size_t *size)
{
  act_model_writer writer = { 0 };
  assert_int_equal(ACTANT_OK, act_table_write(table, "table.x", &writer, NULL));
  unsigned char *bytes = malloc(writer.sections.data[0].size);
  assert_non_null(bytes);
  *size = writer.sections.data[0].size;
  memcpy(bytes, writer.sections.data[0].data, *size);
  act_model_writer_free(&writer);
  return bytes;
}

/* A feature that falls on a row, and owns it unless `other`. */
static uint64_t feature_of(const act_table *dense, size_t row, bool other)
{
  uint8_t check = (uint8_t)dense->cells[row * dense->width + dense->width - 1];
  if (other || !check)
    check = (uint8_t)(check % 255 + 1);
  return (uint64_t)row << (64 - ROW_BITS) | (uint64_t)check << 16 | (chance() & 0xFFFF);
}

static void expect_sums(const act_table *dense,
                        const act_table *coded,
                        const uint64_t *features,
                        size_t count)
{
  int16_t a[64] = { 0 }, b[64] = { 0 };
  int32_t c[4] = { 0 }, d[4] = { 0 };
  if (dense->width == 64) {
    act_table_sum64(dense, features, count, a);
    act_table_sum64(coded, features, count, b);
  } else if (dense->width == 16) {
    act_table_sum16(dense, features, count, a);
    act_table_sum16(coded, features, count, b);
  } else {
    act_table_sum4(dense, features, count, c);
    act_table_sum4(coded, features, count, d);
  }
  assert_memory_equal(a, b, sizeof a);
  assert_memory_equal(c, d, sizeof c);
}

static void each_row_comes_back(void **state)
{
  (void)state;
  for (uint32_t width = 4; width <= 64; width *= 4) {
    act_table dense = make_dense(width), coded;
    size_t size;
    unsigned char *bytes = encode(&dense, &size);
    assert_int_equal(ACTANT_OK, act_table_open(bytes, size, false, &coded, NULL));
    for (size_t i = 0; i < 2 * ROWS; i++) {
      const uint64_t feature = feature_of(&dense, i * 7 % ROWS, chance() % 4 == 0);
      int8_t a[ACT_TABLE_WIDTH], b[ACT_TABLE_WIDTH];
      act_table_get(&dense, feature, a);
      act_table_get(&coded, feature, b);
      assert_memory_equal(a, b, sizeof a);
    }
    act_table_free(&coded);
    act_table_free(&dense);
    free(bytes);
  }
}

static void sums_are_those_of_the_dense_table(void **state)
{
  (void)state;
  for (uint32_t width = 4; width <= 64; width *= 4) {
    act_table dense = make_dense(width), coded;
    size_t size;
    unsigned char *bytes = encode(&dense, &size);
    assert_int_equal(ACTANT_OK, act_table_open(bytes, size, true, &coded, NULL));
    for (size_t n = 0; n < 200; n++) {
      uint64_t features[ACT_TABLE_ROWS];
      for (size_t i = 0; i < n; i++)
        features[i] = feature_of(&dense, chance() % ROWS, chance() % 3 == 0);
      expect_sums(&dense, &coded, features, n);
    }
    act_table_free(&coded);
    act_table_free(&dense);
    free(bytes);
  }
}

static void no_rows_are_a_table_too(void **state)
{
  (void)state;
  act_table dense = make_dense(16), coded;
  memset(dense.cells, 0, ROWS * 16);
  size_t size;
  unsigned char *bytes = encode(&dense, &size);
  assert_int_equal(ACTANT_OK, act_table_open(bytes, size, false, &coded, NULL));
  const uint64_t features[] = { 0, UINT64_MAX, 77 };
  expect_sums(&dense, &coded, features, 3);
  act_table_free(&coded);
  act_table_free(&dense);
  free(bytes);
}

/* ---------------------------------------------------------------------------------------- threads
 */

typedef struct racer {
  const act_table *dense, *coded;
  uint64_t features[ROWS][8];
  bool wrong;
} racer;

static void *race(void *argument)
{
  racer *r = argument;
  for (size_t i = 0; i < ROWS; i++) {
    int16_t a[64], b[64];
    act_table_sum64(r->dense, r->features[i], 8, a);
    act_table_sum64(r->coded, r->features[i], 8, b);
    r->wrong |= memcmp(a, b, sizeof a) != 0;
  }
  return NULL;
}

static void threads_share_a_table(void **state)
{
  (void)state;
  static racer racers[4];
  pthread_t threads[4];
  act_table dense = make_dense(64), coded;
  size_t size;
  unsigned char *bytes = encode(&dense, &size);
  assert_int_equal(ACTANT_OK, act_table_open(bytes, size, true, &coded, NULL));
  for (size_t t = 0; t < 4; t++) {
    racers[t] = (racer){ .dense = &dense, .coded = &coded };
    for (size_t i = 0; i < ROWS; i++)
      for (size_t j = 0; j < 8; j++)
        racers[t].features[i][j] = feature_of(&dense, (i + j * 31) % ROWS, false);
  }
  for (size_t t = 0; t < 4; t++)
    assert_int_equal(0, pthread_create(&threads[t], NULL, race, &racers[t]));
  for (size_t t = 0; t < 4; t++) {
    pthread_join(threads[t], NULL);
    assert_false(racers[t].wrong);
  }
  act_table_free(&coded);
  act_table_free(&dense);
  free(bytes);
}

/* ----------------------------------------------------------------------------------------- damage
 */

static void use_all(const act_table *table)
{
  for (size_t row = 0; row < ROWS; row++)
    for (unsigned check = 1; check < 256; check += 5) {
      int8_t cells[ACT_TABLE_WIDTH];
      act_table_get(table, (uint64_t)row << (64 - ROW_BITS) | (uint64_t)check << 16, cells);
    }
}

/* Bytes in which one bit is wrong: refused, or a table that reads nothing outside its section
 * (which the sanitizers would see). */
static void no_damage_leads_outside(void **state)
{
  (void)state;
  act_table dense = make_dense(16);
  size_t size;
  unsigned char *bytes = encode(&dense, &size);
  for (size_t i = 0; i < size; i += i < 300 ? 1 : 41) {
    act_table table;
    bytes[i] ^= (unsigned char)(1u << i % 8);
    for (int trusted = 0; trusted < 2; trusted++)
      if (act_table_open(bytes, size, trusted, &table, NULL) == ACTANT_OK) {
        use_all(&table);
        act_table_free(&table);
      }
    bytes[i] ^= (unsigned char)(1u << i % 8);
  }
  act_table_free(&dense);
  free(bytes);
}

static void each_shortened_section_is_refused(void **state)
{
  (void)state;
  act_table dense = make_dense(4), table;
  size_t size;
  unsigned char *bytes = encode(&dense, &size);
  for (size_t cut = 0; cut < size; cut++) {
    actant_error err;
    assert_int_equal(ACTANT_MODEL, act_table_open(bytes, cut, true, &table, &err));
    assert_non_null(strstr(err.message, "damaged"));
  }
  act_table_free(&dense);
  free(bytes);
}

/* Where opening does not trust, it finds what no checksum would: a hand that wrote nonsense. */
static void nonsense_is_refused(void **state)
{
  (void)state;
  act_table dense = make_dense(64), table;
  size_t size;
  unsigned char *bytes = encode(&dense, &size);
  act_code_layout l = { .row_bits = ROW_BITS,
                        .width = 64,
                        .rows = act_get_u32(bytes + 8),
                        .stream_bits = act_get_u32(bytes + 16),
                        .levels = act_get_u32(bytes + 20) };
  assert_true(act_code_lay_out(&l));
  assert_int_equal(size, l.size);
  const size_t places[] = { 0, 4, 8, 16, 20, l.checks_at, l.blocks_at + 4 };
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    const unsigned char was = bytes[places[i]];
    bytes[places[i]] = places[i] == l.checks_at ? 0 : (unsigned char)~was;
    assert_int_equal(ACTANT_MODEL, act_table_open(bytes, size, false, &table, NULL));
    bytes[places[i]] = was;
  }
  bytes[l.places_at] ^= 1; /* a row more, or less */
  assert_int_equal(ACTANT_MODEL, act_table_open(bytes, size, false, &table, NULL));
  act_table_free(&dense);
  free(bytes);
}

static void the_embedded_model_is_sound(void **state)
{
  (void)state;
  act_embedded file;
  act_weights *weights = NULL;
  assert_true(act_embedded_find("english.model", &file));
  assert_int_equal(ACTANT_OK, act_weights_open(file.data, file.size, true, &weights, NULL));
  act_weights_free(weights);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(each_row_comes_back),     cmocka_unit_test(sums_are_those_of_the_dense_table),
    cmocka_unit_test(no_rows_are_a_table_too), cmocka_unit_test(threads_share_a_table),
    cmocka_unit_test(no_damage_leads_outside), cmocka_unit_test(each_shortened_section_is_refused),
    cmocka_unit_test(nonsense_is_refused),     cmocka_unit_test(the_embedded_model_is_sound),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
