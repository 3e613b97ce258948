package org.parley.web.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.FeedAddress;
import org.parley.store.people.FeedAddresses;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.service.Visitor;
import org.parley.web.view.NotOnRecord;
import org.parley.wording.Complaint;

/// One's own secret addresses, at which calendars and feed readers see what the account sees.
///
/// Whether the visitor has come in with an account is up to the routes.
public final class FeedAddressService {

  private final AccountAuthenticator authenticator;
  private final FeedAddresses addresses;

  public FeedAddressService(AccountAuthenticator authenticator) {
    this.authenticator = authenticator;
    this.addresses = authenticator.people().feeds();
  }

  /// A secret that was made, or the reason of a refusal.
  ///
  /// @param secret shown once and not kept; null if it was refused
  /// @param wrong the reason; null if it was made
  public record SecretMade(@Nullable String secret, @Nullable Complaint wrong) {}

  /// Those of a visitor, by name.
  public List<FeedAddress> list(Visitor visitor) {
    return addresses.list(visitor.name());
  }

  /// One of a visitor.
  ///
  /// @throws NotOnRecord if there is none of that name
  public FeedAddress get(Visitor visitor, String name) {
    return list(visitor).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(visitor, name));
  }

  private NotOnRecord unknown(Visitor visitor, String name) {
    return new NotOnRecord(
        "secret address", name, list(visitor).stream().map(FeedAddress::name).toList());
  }

  /// Makes an address.
  public SecretMade add(Visitor visitor, String name) {
    if (!FeedAddress.isName(name)) {
      return refused(new Complaint(FeedAddressFault.NOT_A_FEED_NAME, shortened(name)));
    }
    List<FeedAddress> own = list(visitor);
    if (own.size() >= FeedAddress.MOST) {
      return refused(
          new Complaint(
              FeedAddressFault.TOO_MANY_FEED_ADDRESSES, Integer.toString(FeedAddress.MOST)));
    }
    Optional<String> secret = addresses.add(by(visitor), visitor.name(), name, authenticator.now());
    return secret
        .map(each -> new SecretMade(each, null))
        .orElseGet(() -> refused(new Complaint(FeedAddressFault.FEED_NAME_TAKEN, name)));
  }

  /// A name as an answer repeats it.
  public static String shortened(String name) {
    return name.substring(0, Math.min(name.length(), FeedAddress.NAME_LENGTH));
  }

  private static SecretMade refused(Complaint why) {
    return new SecretMade(null, why);
  }

  /// Replaces the secret of an address; returns the new one.
  ///
  /// @throws NotOnRecord if there is no such address
  public String renew(Visitor visitor, String name) {
    return addresses
        .renew(by(visitor), visitor.name(), name, authenticator.now())
        .orElseThrow(() -> unknown(visitor, name));
  }

  /// Takes an address back.
  ///
  /// @throws NotOnRecord if there is no such address
  public void remove(Visitor visitor, String name) {
    if (!addresses.remove(by(visitor), visitor.name(), name, authenticator.now())) {
      throw unknown(visitor, name);
    }
  }

  private static AccountEditor by(Visitor visitor) {
    return new AccountEditor(visitor.name(), visitor.role().word());
  }
}
