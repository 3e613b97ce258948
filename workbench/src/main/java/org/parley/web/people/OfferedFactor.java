package org.parley.web.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.parley.store.people.SecondFactors.FactorOffer;

/// A secret as a page offers it to an authenticator app.
///
/// @param secret in groups of four characters, to be typed
/// @param sealed what the form sends back with a code
/// @param picture the same secret as a QR code, with the account and the server
public record OfferedFactor(String secret, String sealed, QrPicture picture) {

  /// An offer with its picture.
  ///
  /// @param account the account, as the app names it
  /// @param host the host name of the server, as the app names it
  public static OfferedFactor of(FactorOffer offer, String account, String host) {
    String address =
        "otpauth://totp/Parley:"
            + encoded(account + " (" + host + ")")
            + "?secret="
            + offer.secret()
            + "&issuer=Parley";
    return new OfferedFactor(
        offer.secret().replaceAll("(.{4})(?=.)", "$1 "), offer.sealed(), QrPicture.of(address));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
