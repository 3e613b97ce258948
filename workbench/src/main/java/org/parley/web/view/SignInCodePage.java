package org.parley.web.view;

/// Where a second factor is asked for, after the password.
///
/// @param trouble why it did not work; empty the first time
/// @param hasApp whether the account has an app with codes
/// @param hasCodes whether it has recovery codes
/// @param hasPasskeys whether it has passkeys for this address of the server
public record SignInCodePage(
    String trouble, boolean hasApp, boolean hasCodes, boolean hasPasskeys) {

  public Frame frame() {
    return new Frame(
        Say.text(hasPasskeys ? "passkey.second" : "factor.code.title"), "Parley", "door");
  }

  /// Whether a code is asked for. Where nothing else is left, it is asked for all the same.
  public boolean takesCodes() {
    return hasApp || hasCodes || !hasPasskeys;
  }
}
