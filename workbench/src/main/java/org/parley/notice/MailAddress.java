package org.parley.notice;

import java.util.Optional;
import java.util.regex.Pattern;

/// A mail address of the form that HTML forms take: ASCII, without quotes, comments or literals.
///
/// No such address can end a header, or name a second recipient.
///
/// @param text the address
public record MailAddress(String text) {

  /// The longest address, by RFC 5321.
  public static final int LONGEST = 254;

  private static final int LONGEST_LOCAL = 64;

  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
              + LABEL
              + "(\\."
              + LABEL
              + ")*");

  /// Validates the form.
  ///
  /// @throws IllegalArgumentException if it is no such address
  public MailAddress {
    if (!isOne(text)) {
      throw new IllegalArgumentException("not a mail address");
    }
  }

  /// The address of a text; empty if it is none.
  public static Optional<MailAddress> find(String text) {
    return isOne(text) ? Optional.of(new MailAddress(text)) : Optional.empty();
  }

  private static boolean isOne(String text) {
    int at = text.lastIndexOf('@');
    return text.length() <= LONGEST
        && at > 0
        && at <= LONGEST_LOCAL
        && FORM.matcher(text).matches();
  }

  /// The part behind the `@`.
  public String domain() {
    return text.substring(text.lastIndexOf('@') + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
