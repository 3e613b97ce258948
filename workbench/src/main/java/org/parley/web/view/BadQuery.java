package org.parley.web.view;

import java.util.Collection;
import org.parley.model.checks.Spelling;

/// An address that asks for something in a way that cannot be read.
public final class BadQuery extends RuntimeException {

  private static final int LONGEST = 40;

  private final String advice;

  public BadQuery(String name, String value, String problem, String advice) {
    super("Reading the address: " + name + " is \"" + value + "\": " + problem + ".");
    this.advice = advice;
  }

  private BadQuery(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /// A parameter that is none.
  public static BadQuery unknown(String name, String value, Collection<String> known) {
    String shown = name.substring(0, Math.min(LONGEST, name.length()));
    return new BadQuery(
        shown,
        value.substring(0, Math.min(LONGEST, value.length())),
        "nothing is asked by that name here",
        Spelling.nearest(shown, known)
            .map(near -> "Maybe you meant " + near + ".")
            .orElse(
                known.isEmpty()
                    ? "Maybe leave it out."
                    : "Maybe one of: "
                        + String.join(", ", known.stream().sorted().toList())
                        + "."));
  }

  /// Something that was sent, and cannot be read.
  ///
  /// @param key the key it stands under; empty if the whole is meant
  public static BadQuery ofBody(String key, String problem, String advice) {
    String shown = key.substring(0, Math.min(LONGEST, key.length()));
    return new BadQuery(
        "Reading what was sent: " + (shown.isEmpty() ? "" : "\"" + shown + "\": ") + problem + ".",
        advice);
  }

  /// The advice, starting with "Maybe".
  public String advice() {
    return advice;
  }
}
