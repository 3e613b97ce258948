package org.parley.oidc;

import org.jspecify.annotations.Nullable;

/// The provider did not say who somebody is.
public final class ProviderException extends Exception {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 200;

  private final ProviderFault fault;
  private final String detail;
  private final String said;

  /// @param detail what is wrong or missing, without a name of a person; empty for nothing
  /// @param said the words of the provider, which may name somebody; empty for none
  ProviderException(ProviderFault fault, String detail, String said, @Nullable Throwable cause) {
    super(fault.word() + (detail.isEmpty() ? "" : ": " + detail), cause);
    this.fault = fault;
    this.detail = cut(detail);
    this.said = cut(said);
  }

  ProviderException(ProviderFault fault, String detail, @Nullable Throwable cause) {
    this(fault, detail, "", cause);
  }

  ProviderException(ProviderFault fault, String detail) {
    this(fault, detail, "", null);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  public ProviderFault fault() {
    return fault;
  }

  /// The thing that is wrong or missing: never a code, a token or a person.
  public String detail() {
    return detail;
  }

  /// The same, with the words of the provider, for the person concerned.
  public String words() {
    return said.isEmpty() ? detail : detail + ": " + said;
  }
}
