/* SPDX-License-Identifier: MIT */
/* What pages say around their articles: buttons, menus, adverts, notices, counters.

   General knowledge of English pages, kept in whole classes.  A line is compared in its plain form
   (lower case, numbers as '#'), whole, by its beginning or by its end; beginnings and ends are
   sought in short lines only, so that prose that happens to begin so is safe. */
#include "read/phrases.h"

#include <stdint.h>
#include <string.h>

/* Whole lines. */
/* clang-format off */
static const char *const whole[] = {
  /* menus and help for readers of screens */
  "home", "menu", "main menu", "search", "close", "open menu", "close menu", "toggle navigation",
  "navigation", "site navigation", "more", "more menu", "show more", "see more", "view more",
  "load more", "see all", "view all", "show all", "show less", "back", "back to top", "top",
  "next", "previous", "prev", "next article", "previous article", "next story", "previous story",
  "clear", "go", "submit", "cancel", "ok", "yes", "no thanks", "dismiss", "expand", "collapse",
  "sections", "all sections", "skip", "account", "my account", "profile", "settings", "log in",
  "login", "log out", "logout", "sign in", "sign out", "sign up", "register", "contact",
  "contact us", "about", "about us", "help", "faq", "faqs", "privacy", "privacy policy", "terms",
  "terms of use", "terms of service", "terms and conditions", "cookie policy", "cookies",
  "cookie settings", "accessibility", "sitemap", "site map", "careers", "jobs", "advertise",
  "advertise with us", "rss", "rss feed", "feedback", "corrections", "english", "language",
  "edition", "home page", "homepage", "loading", "please wait", "live", "watch live",
  "listen live", "live tv", "on air", "beta", "weather", "horoscopes", "crossword", "puzzles",
  "games", "obituaries", "classifieds", "newsletters", "newsletter", "podcasts", "videos", "video",
  "photos", "gallery", "photo gallery", "audio", "opinion", "editorial", "breaking news",
  "top news", "latest", "latest news", "local news", "world news", "news", "sport", "sports",
  "business", "technology", "entertainment", "lifestyle", "politics", "health", "science",
  "travel", "culture", "arts", "money", "style", "food", "world", "europe", "asia", "africa",
  "middle east", "us canada", "latin america", "uk", "us", "health care", "climate", "markets",
  "economy", "tech", "media", "education", "image", "video player", "media caption",
  "image caption", "image source", "play", "play video", "pause", "mute", "unmute", "fullscreen",
  "full screen", "replay", "watch", "listen", "listen to this article", "listen to article",
  "slideshow",
  /* sharing */
  "share", "share this", "share this article", "share this story", "share this page",
  "share article", "share story", "sharing", "share on facebook", "share on twitter", "share on x",
  "share on linkedin", "share on whatsapp", "share via email", "share link", "share with friends",
  "tweet", "tweet this", "facebook", "twitter", "x", "instagram", "youtube", "linkedin",
  "whatsapp", "telegram", "pinterest", "reddit", "tumblr", "messenger", "snapchat", "tiktok",
  "threads", "bluesky", "mastodon", "flipboard", "pocket", "email", "e mail", "email this",
  "email this article", "mail", "print", "print this", "print this article", "printer friendly",
  "print page", "copy link", "copy url", "link copied", "copied", "copy", "save", "save article",
  "save this article", "save for later", "bookmark", "like", "like this", "like us on facebook",
  "follow", "follow us", "following", "subscribe", "subscribe now", "subscribe today", "join",
  "join us", "join now", "donate", "donate now", "support us", "gift", "gift article",
  "gift this article", "give this article", "add to favorites", "add to favourites", "comment",
  "comments", "leave a comment", "leave a reply", "post a comment", "add a comment", "add comment",
  "view comments", "show comments", "join the conversation", "join the discussion",
  "report an error", "report a typo", "suggest a correction", "reply", "facebook twitter email",
  "text size", "font size", "a a a", "change text size", "embed", "transcript",
  /* adverts and what is recommended */
  "advertisement", "advertisements", "advert", "ad", "ads", "advertising", "sponsored",
  "sponsored content", "paid content", "paid post", "promoted", "promoted content",
  "promoted stories", "partner content", "from our partners", "ad feedback", "remove ads",
  "recommended", "recommended videos", "recommended video", "recommended stories",
  "recommended articles", "recommended for you", "recommended reading", "related",
  "related articles", "related article", "related stories", "related story", "related news",
  "related content", "related topics", "related links", "related coverage", "related videos",
  "related video", "related posts", "related tags", "related internet links", "more stories",
  "more news", "more on this", "more on this story", "more on this topic", "more from",
  "more like this", "most read", "most popular", "most viewed", "most shared", "most commented",
  "most watched", "popular", "popular now", "popular stories", "popular posts", "recent posts",
  "recent comments", "recent articles", "trending", "trending now", "trending stories",
  "trending news", "trending topics", "top stories", "todays top stories", "top videos",
  "top story", "top picks", "dont miss", "in case you missed it", "you may like", "you might like",
  "you may also like", "you might also like", "you might also be interested in",
  "you may also be interested in", "you may have missed", "we recommend", "editors picks",
  "editors choice", "editors pick", "must read", "must reads", "must watch", "in this article",
  "in this story", "on this page", "on this story", "what to read next", "read next", "up next",
  "next up", "whats next", "keep reading", "continue reading", "read more", "read full story",
  "read full article", "read the full story", "read also", "also read", "see also", "also see",
  "learn more", "find out more", "click here", "tap here", "click to expand", "tap to expand",
  "story continues", "story continues below", "article continues below", "keywords", "tags",
  "topics", "tagged", "filed under", "categories", "category", "archives", "key points",
  "highlights", "explore more", "explore", "discover more", "discover", "featured",
  "featured stories", "featured video", "featured videos", "watch more", "around the web",
  "from the web", "around the network", "elsewhere", "quick links", "useful links", "links",
  "footer", "header", "elsewhere on the web", "whats trending", "what others are reading",
  "latest stories", "latest headlines", "latest updates", "latest videos", "live updates",
  "get the app", "download the app", "download our app", "our apps", "download", "download pdf",
  "view pdf", "pdf", "open in app", "accept", "accept all", "accept cookies", "accept all cookies",
  "reject all", "manage preferences", "manage cookies", "i agree", "i accept",
  "agree and continue", "got it", "allow all", "privacy settings", "your privacy choices",
  "do not sell my personal information", "do not sell or share my personal information",
  "all rights reserved", "editorial policy", "editorial standards", "ethics policy",
  "about the author", "about the authors", "about the writer", "view all posts", "view bio",
  "see full bio", "full bio", "author bio", "author", "authors", "written by", "source", "sources",
  "via", "end", "ends", "edit", "edit source", "talk", "article", "read", "view source",
  "view history", "contents", "hide", "show", "jump to navigation", "jump to search",
  "from wikipedia the free encyclopedia", "external links", "upgrade your browser",
  "javascript is disabled", "please enable javascript", "enable javascript", "offline", "retry",
  "try again", "enlarge", "enlarge image", "view image", "view larger image", "click to enlarge",
  "show caption", "hide caption", "toggle caption", "caption", "gallery icon", "getty images",
  "photo", "file photo", "file", "stock image", "placeholder", "no image", "logo", "explainer",
  "analysis", "exclusive", "premium", "members only", "subscribers only", "subscriber exclusive",
  "free", "new", "updated", "published", "developing", "breaking", "story highlights", "post",
  "posts", "post navigation", "reactions", "what do you think", "was this helpful",
  "was this page helpful", "was this article helpful", "is this page useful",
  "report a problem with this page", "maybe", "rate this", "vote", "results", "poll",
  "notifications", "turn on notifications", "enable notifications", "alerts",
  "breaking news alerts", "email alerts", "get alerts", "search icon", "your email",
  "email address", "your email address", "enter your email", "enter your email address",
  "enter email", "your name", "name", "first name", "last name", "password", "username", "website",
  "required", "thank you", "thanks for signing up", "thank you for subscribing", "search for",
  "search this site", "search the site", "search query", "filter", "sort by", "newest", "oldest",
  "relevance", "all", "none", "select", "choose",
};
/* clang-format on */

/* How lines of up to twenty words begin that are no sentences. */
/* clang-format off */
static const char *const beginnings[] = {
  "jump to ", "back to ", "return to ", "go to homepage", "read also", "also read", "read next",
  "read full ", "see also", "related ", "more from ", "more on ", "more about ", "more stories ",
  "tap to ", "watch live", "watch now", "watch more", "watch the video", "watch video",
  "listen now", "share on ", "share this ", "share to ", "share via ", "share with ", "tweet this",
  "follow the latest", "follow #", "follow him on ", "follow her on ", "follow them on ",
  "get more ", "get started", "get access", "download the ", "enter email", "enable javascript",
  "you have # ", "our privacy ", "all contents copyright", "c # ", "terms of ", "advertisement ",
  "advertisements ", "ad feedback", "sponsored by ", "sponsored content", "paid for by ",
  "promoted by ", "presented by ", "brought to you by ", "article continues ", "story continues ",
  "continue reading", "text continues ", "scroll down", "scroll to ", "keep scrolling", "swipe ",
  "recommended ", "you may also ", "you might also ", "you may like", "people also ",
  "readers also ", "dont miss ", "top stories ", "most read ", "most popular ", "popular in ",
  "trending in ", "trending on ", "trending now", "latest in ", "tags ", "filed under", "tagged ",
  "posted in ", "posted under ", "categories ", "keywords ", "leave a ", "post a comment",
  "write a comment", "add a comment", "add your comment", "view all ", "view more", "see all ",
  "show all ", "show more ", "load more ", "comments off", "report an error", "send us ",
  "print this", "save this ", "make a gift", "thank you for your ", "view the discussion",
  "how useful was ", "photo gallery", "image source ", "image caption ", "media caption ",
  "video caption ", "video duration ", "this video ", "oops ", "page # of ", "# of #",
  "next article", "previous article", "next post", "previous post", "next story", "previous story",
  "older posts", "newer posts", "updated # ", "published # ", "last updated # ",
  "est reading time", "estimated reading", "reading time", "read time", "time to read", "# min",
  "# minute read", "# comments", "# comment", "# shares", "# likes", "# views", "# replies",
  "# retweets", "# followers", "# reactions", "# votes", "# photos", "# hours ago", "# hour ago",
  "# minutes ago", "# mins ago", "# days ago", "# day ago", "# weeks ago", "an hour ago",
  "a day ago", "just now", "google news", "follow on google", "this article was produced with",
  "unlimited access", "only for subscribers", "view this post on ", "a post shared by", "view on ",
  "pic twitter com", "https ", "http ", "www ", "original article", "original source",
  "legal statement", "mutual fund", "purchase licensing ", "report an ", "listen to the ",
};
/* clang-format on */

/* The same of notices, which are whole sentences. */
/* clang-format off */
static const char *const notices[] = {
  "skip to ", "read more", "read the full ", "click here", "click to ", "tap here", "follow us",
  "find us on ", "like us on ", "connect with us", "stay connected", "stay informed",
  "stay up to date", "sign up for ", "sign up to ", "sign up now", "sign up here", "sign up today",
  "sign in ", "log in to ", "subscribe to ", "subscribe for ", "subscribe now", "subscribe here",
  "already a subscriber", "already a member", "already have an account", "not a subscriber",
  "become a member", "become a subscriber", "create an account", "create a free account",
  "register for free", "register now", "start your free trial", "get unlimited ", "get our ",
  "get the latest ", "get breaking ", "get email ", "get alerts ", "get notified", "join our ",
  "join thousands ", "join the conversation", "download our ", "enter your email",
  "your email address", "your subscription", "please enter ", "please enable ", "please log in",
  "please sign in", "please subscribe", "please whitelist", "please disable ",
  "you need to enable ", "you must be logged in", "you are using an ", "your browser ",
  "this site uses cookies", "this website uses cookies", "this site is protected by recaptcha",
  "this site requires ", "we use cookies", "we and our partners", "we value your privacy",
  "by clicking ", "by continuing to ", "by using this ", "by signing up", "by subscribing",
  "by submitting ", "by entering your email", "by providing your email",
  "for more information visit", "all rights reserved", "proudly powered by", "in case you missed",
  "comments are closed", "comments have been ", "got a tip", "got a story", "have a tip",
  "have a story", "do you have a story", "email us ", "support our ", "support independent ",
  "support quality ", "donate to ", "make a donation", "thank you for reading",
  "thanks for reading", "what do you think", "is there anything wrong with this page",
  "video unavailable", "your browser does not support", "sorry this ", "add us on google",
  "make us preferred", "to view this content", "this content is ", "this article is free",
  "unlock this ", "read the original", "the views expressed", "views expressed in this ",
  "opinions expressed ", "disclaimer ", "editors note this article was originally",
  "this material may not be", "the material on this site", "may not be published",
  "use of this site", "registration on or use of this site", "quotes displayed in real time",
  "market data provided", "data is a real time", "fundamental data", "our standards ",
  "copyright # ", "copyright c ", "copyright by ",
};
/* clang-format on */

/* How lines of up to five words end. */
/* clang-format off */
static const char *const endings[] = {
  " icon", " logo", " button", " menu", " navigation", " minute read", " min read",
  " minutes read", " mins read", " hours ago", " hour ago", " minutes ago", " min ago",
  " mins ago", " days ago", " day ago", " weeks ago", " week ago", " read more", " learn more",
  " see more", " click here", " subscribe", " in new window", " in a new window", " in a new tab",
  " in new tab", " opens new tab", " external link", " to your inbox", " in your inbox",
  " cookie policy", " privacy policy", " terms of service", " terms of use",
  " all rights reserved",
};
/* clang-format on */

enum { BEGINNING_WORDS = 20, ENDING_WORDS = 5 };

static size_t plain_char(const char *bytes, size_t size, size_t at, char *out)
{
  unsigned char c = (unsigned char)bytes[at];
  if (c == '\'' || (at + 2 < size && !memcmp(bytes + at, "\xE2\x80\x99", 3))) {
    *out = '\0';
    return c == '\'' ? 1 : 3;
  }
  if (c >= 'A' && c <= 'Z')
    *out = (char)(c + 32);
  else if ((c >= 'a' && c <= 'z') || (c >= 0xC3 && c != 0xE2))
    *out = (char)c;
  else
    *out = c >= '0' && c <= '9' ? '#' : ' ';
  if (c >= 0xC3 && c != 0xE2)
    return 1;
  size_t length = 1;
  while (c >= 0x80 && at + length < size && ((unsigned char)bytes[at + length] & 0xC0) == 0x80)
    length++;
  return length;
}

size_t act_plain_form(const char *bytes, size_t size, char out[ACT_PHRASE_MAX])
{
  size_t n = 0;
  for (size_t at = 0; at < size;) {
    char c;
    if ((unsigned char)bytes[at] >= 0x80 && (bytes[at] & 0xC0) == 0x80)
      c = bytes[at++]; /* the rest of a letter */
    else
      at += plain_char(bytes, size, at, &c);
    bool again = n && out[n - 1] == c;
    if (!c || (c == ' ' && (!n || again)) || (c == '#' && again))
      continue;
    if (n + 2 > ACT_PHRASE_MAX)
      return 0;
    out[n++] = c;
  }
  n -= n && out[n - 1] == ' ';
  out[n] = '\0';
  return n;
}

static size_t count_spaces(const char *plain, size_t size)
{
  size_t count = 0;
  for (size_t i = 0; i < size; i++)
    count += plain[i] == ' ';
  return count;
}

static bool begins(const char *plain, size_t size, const char *phrase)
{
  size_t n = strlen(phrase);
  return size >= n && plain[0] == phrase[0] && !memcmp(plain, phrase, n) &&
         (size == n || phrase[n - 1] == ' ' || plain[n] == ' ');
}

static bool ends(const char *plain, size_t size, const char *phrase)
{
  size_t n = strlen(phrase);
  return size >= n && !memcmp(plain + size - n, phrase, n);
}

static bool begins_any(const char *plain, size_t size, const char *const *phrases, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (begins(plain, size, phrases[i]))
      return true;
  return false;
}

bool act_is_phrase(const char *plain, size_t size, bool sentence)
{
  size_t words = count_spaces(plain, size) + 1;
  if (!size || words > BEGINNING_WORDS)
    return false;
  for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
    if (plain[0] == whole[i][0] && !strcmp(plain, whole[i]))
      return true;
  if (begins_any(plain, size, notices, sizeof notices / sizeof *notices))
    return true;
  if (sentence)
    return false;
  if (begins_any(plain, size, beginnings, sizeof beginnings / sizeof *beginnings))
    return true;
  for (size_t i = 0; words <= ENDING_WORDS && i < sizeof endings / sizeof *endings; i++)
    if (ends(plain, size, endings[i]))
      return true;
  return false;
}
