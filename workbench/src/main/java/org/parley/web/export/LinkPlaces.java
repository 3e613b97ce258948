package org.parley.web.export;

import java.util.List;
import java.util.regex.Matcher;

/// The places of a page where a pattern matches, in order. The pattern is tried where its match can
/// begin and nowhere else, so that a long page is searched quickly.
final class LinkPlaces {

  /// How a region that scrolls begins.
  static final String REGION = "<div class=\"scroll";

  private final String html;
  private final List<String> starts;
  private int at;

  /// @param starts every beginning of a match; each begins with `<`
  LinkPlaces(String html, List<String> starts) {
    this.html = html;
    this.starts = starts;
  }

  /// Moves a matcher of the page to its next match; false if there is none.
  boolean next(Matcher matcher) {
    for (int tag = html.indexOf('<', at); tag >= 0; tag = html.indexOf('<', tag + 1)) {
      if (isStart(tag) && matcher.region(tag, html.length()).lookingAt()) {
        at = matcher.end();
        return true;
      }
    }
    at = html.length();
    return false;
  }

  /// Continues at a place.
  void from(int place) {
    at = place;
  }

  private boolean isStart(int tag) {
    for (String start : starts) {
      if (html.startsWith(start, tag)) {
        return true;
      }
    }
    return false;
  }
}
