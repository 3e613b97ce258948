package org.parley.web.access;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sign-in by another service, which says who somebody is.
public interface FederatedSignIn {

  /// The service as the button names it.
  String label();

  /// The service, as it calls itself.
  String service();

  /// Whether a password lets an account in. The password was right.
  boolean letsPasswordIn(String account);

  /// How the page to sign in offers passwords.
  PasswordForm passwordForm();

  /// How passwords are offered.
  enum PasswordForm {
    /// Beside the service.
    SHOWN,
    /// To those who ask for it: some accounts alone have one.
    FOLDED,
    /// Not at all.
    NONE
  }

  /// Begins a sign-in.
  Beginning begin();

  /// The beginning of a sign-in.
  sealed interface Beginning {}

  /// A browser is to go there.
  ///
  /// @param address that of the service
  /// @param secret what the browser has to keep
  record SentThere(URI address, String secret) implements Beginning {}

  /// Concludes a sign-in.
  ///
  /// @param secret what the browser kept; null if it kept nothing
  /// @param parameters what it brings from the service
  Conclusion conclude(@Nullable String secret, Map<String, List<String>> parameters);

  /// The conclusion of a sign-in.
  sealed interface Conclusion {}

  /// Somebody signed in.
  ///
  /// @param account their name here
  /// @param subject who they are there
  record SignedIn(String account, String subject) implements Conclusion {}

  /// Nobody signed in.
  ///
  /// @param why a word for the reason
  /// @param detail what the service said or sent; empty for nothing
  /// @param isOutage whether it may work later
  /// @param subject who they are there; empty if that is not known
  /// @param account their name here; empty if they have none
  record Refused(String why, String detail, boolean isOutage, String subject, String account)
      implements Beginning, Conclusion {}

  /// Where somebody signs out there too, if that is known.
  Optional<URI> signOutAddress();
}
