package org.parley.oidc;

import java.net.URI;
import java.util.List;
import java.util.Set;

/// Sign-in by an OpenID provider, as the administrator configured it.
///
/// @param issuer the address of the provider, as its tokens have it
/// @param clientId as which this server is registered there
/// @param secret the secret of that registration
/// @param scopes what is asked for besides `openid`
/// @param groupsClaim the claim that has the groups of a person, or a path to it
/// @param nameClaim the claim that an account is named after
/// @param roles which group gives which role; if empty, accounts have theirs
/// @param makesAccounts whether somebody new with a role gets an account
/// @param isOnly whether passwords are no way in, but for some
/// @param passwordsFor the accounts that a password lets in anyhow
/// @param label what the button says people sign in with
public record OidcPlan(
    URI issuer,
    String clientId,
    String secret,
    List<String> scopes,
    String groupsClaim,
    String nameClaim,
    RoleTable roles,
    boolean makesAccounts,
    boolean isOnly,
    Set<String> passwordsFor,
    String label) {

  /// The claim with the groups, unless named otherwise.
  public static final String GROUPS = "groups";

  /// The claim with the name, unless named otherwise.
  public static final String NAME = "preferred_username";

  public OidcPlan {
    scopes = List.copyOf(scopes);
    passwordsFor = Set.copyOf(passwordsFor);
  }

  /// Reads the address of a provider.
  ///
  /// @throws IllegalArgumentException with the reason and advice
  public static URI issuer(String text) {
    return SafeAddress.find(text)
        .filter(each -> each.getRawQuery() == null)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--oidc-issuer is \""
                        + text.substring(0, Math.min(text.length(), 100))
                        + "\". Maybe https://login.example.org/realms/ministry, exactly as the"
                        + " provider writes it; http:// is for this machine alone."));
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "OidcPlan[" + issuer + ", " + clientId + "]";
  }
}
