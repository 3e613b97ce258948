package org.parley.model.text;

import java.util.regex.Pattern;

/// The form of a PA-X topic code: 2 to 12 letters, the first a capital, as `SsrGua`.
///
/// Codes of power-sharing may end in a level: `PpsEx:St`, `PpsEx:Sub`.
public final class TopicCode {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Za-z]{1,11}(:(St|Sub))?");

  private TopicCode() {}

  /// Whether a text has this form. That PA-X knows the code is not said.
  public static boolean isOne(String text) {
    return CODE.matcher(text).matches();
  }
}
