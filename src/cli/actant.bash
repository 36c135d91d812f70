# SPDX-License-Identifier: MIT
# bash completion for actant
_actant() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} options
  local reading="--date --format --encoding --max-bytes --max-total --max-entries --max-nesting --jobs --model --names --output --help"
  local keeping="--type --relation --status --since --until --min-support --min-confidence --around --depth --paths --length --top --isolated"
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "graph stats extract annotate explain info rules --help --version" -- "$current")
    return
  fi
  case $previous in
    --format) mapfile -t COMPREPLY < <(compgen -W "text html jsonl conllu feed" -- "$current"); return ;;
    --type) mapfile -t COMPREPLY < <(compgen -W "person place organisation" -- "$current"); return ;;
    --status) mapfile -t COMPREPLY < <(compgen -W "actual planned possible negated" -- "$current"); return ;;
    --to|-t) mapfile -t COMPREPLY < <(compgen -W "$(actant info 2>/dev/null | sed -n '/^Formats/,/^$/s/^  \([^ ]*\).*/\1/p')" -- "$current"); return ;;
    --relation) mapfile -t COMPREPLY < <(compgen -W "$(actant info 2>/dev/null | sed -n '/^Relations/,/^$/s/^  \([a-z][^ ]*\).*/\1/p')" -- "$current"); return ;;
    --theme) mapfile -t COMPREPLY < <(compgen -W "light dark" -- "$current"); return ;;
    --layout) mapfile -t COMPREPLY < <(compgen -W "dot neato sfdp fdp circo twopi" -- "$current"); return ;;
  esac
  case $command in
    graph) options="$reading $keeping --rules --open --to --title --layout --theme --cluster --seed --pivots" ;;
    stats) options="$reading $keeping --rules --open --title --json --rows --seed --pivots" ;;
    extract) options="$reading --rules --open --unnamed --text" ;;
    annotate) options=$reading ;;
    explain) options="$reading --rules --open --between --entity" ;;
    info) options="--model --rules --help" ;;
    rules) options="--check --model --help" ;;
  esac
  case $current in
    -*) mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current") ;;
    *) mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
  esac
}
complete -o filenames -F _actant actant
