package org.parley.store.people;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Who may come in to a case: people by name, programs and feed readers by what they hold. Only
/// hashes of secrets are kept.
///
/// @param people the accounts by name
/// @param tokens the tokens by the hash of their secret, expired ones included
/// @param addresses the accounts of secret addresses by the hash of their secret
public record Admissions(
    Map<String, Account> people, Map<String, AccessToken> tokens, Map<String, Account> addresses) {

  /// Nobody.
  public static final Admissions NONE = new Admissions(Map.of(), Map.of(), Map.of());

  public Admissions {
    people = Map.copyOf(people);
    tokens = Map.copyOf(tokens);
    addresses = Map.copyOf(addresses);
  }

  /// Those of the case whose schema a connection has.
  public static Admissions read(Handle handle) {
    Map<String, Account> people = new TreeMap<>();
    handle
        .createQuery("select * from account")
        .map((row, _) -> AccountRows.account(row))
        .forEach(each -> people.put(each.name(), each));
    Map<String, AccessToken> tokens = new TreeMap<>(Tokens.retired(handle));
    handle
        .createQuery("select * from access_token")
        .map((row, _) -> Map.entry(row.getString("hash"), AccountRows.token(row)))
        .forEach(each -> tokens.put(each.getKey(), each.getValue()));
    return new Admissions(people, tokens, FeedAddresses.holders(handle));
  }

  /// The account of a name.
  public Optional<Account> person(String name) {
    return Optional.ofNullable(people.get(name));
  }

  /// The account of a token that has not expired.
  public Optional<Account> token(String secret, Instant now) {
    return Optional.ofNullable(tokens.get(Secrets.hash(secret)))
        .filter(each -> !each.isExpired(now))
        .map(AccessToken::account);
  }

  /// Whether this is a token, even one that has expired: its holder may learn that.
  public boolean hasToken(String secret) {
    return tokens.containsKey(Secrets.hash(secret));
  }

  /// Whether this is the secret of an address.
  public boolean hasAddress(String secret) {
    return addresses.containsKey(Secrets.hash(secret));
  }
}
