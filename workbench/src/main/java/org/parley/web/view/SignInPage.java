package org.parley.web.view;

/// Where somebody signs in.
///
/// @param trouble why it did not work; empty the first time
/// @param provider what people sign in with besides a password; empty for nothing
/// @param providerAddress where that begins
/// @param passwords how a password is offered: `shown`, `folded`, `elsewhere` (by a link) or `none`
/// @param signOutAt where somebody signs out at the provider, after they signed out here; empty for
///   nowhere
/// @param hasPasskeys whether passkeys are offered beside passwords
public record SignInPage(
    String trouble,
    String provider,
    String providerAddress,
    String passwords,
    String signOutAt,
    boolean hasPasskeys) {

  public Frame frame() {
    return new Frame(Say.text("signin.title"), "Parley", "door");
  }

  public boolean hasProvider() {
    return !provider.isEmpty();
  }

  public boolean isShown() {
    return passwords.equals("shown");
  }

  public boolean isElsewhere() {
    return passwords.equals("elsewhere");
  }

  /// The same after another site led here. Browsers then keep their session to themselves, and a
  /// form of this page would be taken for one of that site.
  public SignInPage fromElsewhere() {
    return new SignInPage(
        trouble,
        provider,
        providerAddress,
        passwords.equals("none") ? passwords : "elsewhere",
        signOutAt,
        hasPasskeys);
  }

  public boolean isFolded() {
    return passwords.equals("folded");
  }
}
