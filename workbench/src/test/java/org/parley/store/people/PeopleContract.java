package org.parley.store.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.passkey.PasskeyKey;
import org.parley.store.Database;
import org.parley.store.Journal;
import org.parley.store.Verification;
import org.parley.store.people.PasskeyChallenges.Purpose;
import org.parley.store.people.SecondFactors.CodeOutcome;

/// What is promised of accounts, sessions and tokens, whatever database they lie in.
@NullMarked
abstract class PeopleContract {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  private static final Instant EXPIRES = AccessToken.expiry(NOON, 90);
  private static final AccountEditor ANN = new AccountEditor("ann", "mediator");
  private static final char[] RIGHT = "correct horse battery".toCharArray();
  private static final char[] WRONG = "correct horse stapler".toCharArray();

  abstract Accounts open() throws Exception;

  abstract Journal journal() throws Exception;

  private void tamper(String statement) throws Exception {
    try (Database database = database()) {
      database.ask(handle -> handle.execute(statement));
    }
  }

  abstract Database database() throws Exception;

  @Test
  void onlyTheRightPasswordOpens() throws Exception {
    try (Accounts people = open()) {
      people.put(ANN, "ann", "delegation", "UA", RIGHT, NOON);
      assertEquals(
          Optional.of(new Account("ann", "delegation", "UA", NOON)), people.check("ann", RIGHT));
      assertEquals(Optional.empty(), people.check("ann", WRONG));
      assertEquals(Optional.empty(), people.check("bob", RIGHT));
      assertTrue(people.addMember(ANN, "cem", "observer", null, NOON));
      for (String any : List.of("", "-", "nobody has this password")) {
        assertEquals(Optional.empty(), people.check("cem", any.toCharArray()), "only invited");
      }
      people.put(ANN, "ann", "mediator", null, WRONG, NOON);
      assertEquals(Optional.empty(), people.check("ann", RIGHT));
      assertEquals("mediator", people.check("ann", WRONG).orElseThrow().role());
    }
  }

  @Test
  void anAccountIsChanged() throws Exception {
    try (Accounts people = open()) {
      assertTrue(people.add(ANN, "ann", "mediator", null, RIGHT, NOON));
      assertFalse(people.add(ANN, "ann", "observer", null, WRONG, NOON), "the name is taken");
      assertEquals("mediator", people.find("ann").orElseThrow().role());
      assertEquals(Optional.empty(), people.find("bob"));
      String session = people.begin("ann", NOON);
      people.begin("ann", NOON);
      assertEquals(Map.of("ann", 2), people.countSessions(NOON));
      assertEquals("ann", people.look(session, NOON.plusSeconds(1800)).orElseThrow().name());
      assertEquals(Optional.empty(), people.look(session, NOON.plusSeconds(1801)), "not used");
      assertTrue(people.changeRole(ANN, "ann", "delegation", "UA", NOON));
      assertEquals(Optional.empty(), people.session(session, NOON));
      assertEquals("UA", people.check("ann", RIGHT).orElseThrow().party());
      String next = people.begin("ann", NOON);
      assertTrue(people.setPassword(ANN, "ann", WRONG, NOON));
      assertEquals(Optional.empty(), people.session(next, NOON));
      assertEquals(Optional.empty(), people.check("ann", RIGHT));
      people.endAll("ann");
      assertEquals(Map.of(), people.countSessions(NOON));
      String token = people.makeToken(ANN, "ann", "observer", null, NOON, EXPIRES);
      assertTrue(people.removeAccount(ANN, "ann", NOON));
      assertTrue(people.token(token, NOON).isPresent(), "a token of that name is another thing");
      assertTrue(people.removeToken(ANN, "ann", NOON));
      assertFalse(people.removeToken(ANN, "ann", NOON) || people.removeAccount(ANN, "ann", NOON));
      assertFalse(
          people.changeRole(ANN, "ann", "observer", null, NOON)
              || people.setPassword(ANN, "ann", RIGHT, NOON));
    }
  }

  @Test
  void aCodeOpensOnce() throws Exception {
    try (Accounts people = open()) {
      people.sealFactors(FactorKey.of("a key of at least 32 characters, random elsewhere"));
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      people.requireFactor(each -> each.role().equals("mediator"));
      String weak = people.begin("ann", NOON);
      assertEquals(Optional.empty(), people.session(weak, NOON), "the role must have a factor");
      String secret = TestAccounts.enrol(people, "ann", NOON);
      assertEquals(Set.of("ann"), people.factors().holders());
      String strong = people.begin("ann", NOON);
      assertTrue(people.session(strong, NOON).isPresent());
      String half = people.halves().begin("ann", NOON);
      assertEquals(Optional.of("ann"), people.halves().find(half, NOON));
      assertEquals(Optional.empty(), people.halves().find(half, NOON.plusSeconds(601)));
      assertEquals(Optional.empty(), people.session(half, NOON), "it opens nothing");
      assertEquals(CodeOutcome.WRONG, check(people, TestAccounts.code(secret, NOON, 2), NOON));
      assertEquals(CodeOutcome.REPEATED, check(people, TestAccounts.code(secret, NOON, -1), NOON));
      assertEquals(CodeOutcome.RIGHT, check(people, TestAccounts.code(secret, NOON, 0), NOON));
      assertEquals(CodeOutcome.REPEATED, check(people, TestAccounts.code(secret, NOON, 0), NOON));
      List<String> codes = people.factors().renewCodes(ANN, "ann", NOON).orElseThrow();
      assertEquals(10, Set.copyOf(codes).size());
      assertEquals(CodeOutcome.RECOVERED, check(people, codes.getFirst(), NOON));
      assertEquals(CodeOutcome.WRONG, check(people, codes.getFirst(), NOON), "used up");
      assertEquals(9, people.factors().countCodes("ann"));
      assertInstanceOf(Verification.Intact.class, people.verify());
      people.sealFactors(FactorKey.of("another key of at least 32 characters, after a restore"));
      assertEquals(
          CodeOutcome.UNREADABLE,
          check(people, TestAccounts.code(secret, NOON, 1), NOON.plusSeconds(30)));
      assertEquals(
          CodeOutcome.RECOVERED, check(people, codes.getLast().toUpperCase(Locale.ROOT), NOON));
      assertTrue(people.factors().remove(ANN, "ann", null, NOON));
      assertEquals(Optional.empty(), people.session(strong, NOON));
      assertEquals(Optional.empty(), people.halves().find(half, NOON));
      TestAccounts.enrol(people, "ann", NOON);
      assertTrue(people.removeAccount(ANN, "ann", NOON));
      assertInstanceOf(Verification.Intact.class, people.verify());
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      TestAccounts.enrol(people, "ann", NOON);
    }
    tamper("delete from second_factor");
    try (Accounts people = open()) {
      Verification.Broken broken = assertInstanceOf(Verification.Broken.class, people.verify());
      assertTrue(broken.toString().contains("second factor of ann was removed"), broken.toString());
    }
  }

  @Test
  void aPasskeyIsOnRecord() throws Exception {
    try (Accounts people = open()) {
      people.sealFactors(FactorKey.of("a key of at least 32 characters, random elsewhere"));
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      people.put(ANN, "bo", "observer", null, RIGHT, NOON);
      people.requireFactor(each -> each.role().equals("mediator"));
      assertEquals(Optional.empty(), people.session(people.begin("ann", NOON), NOON));
      Passkeys passkeys = people.passkeys();
      String handle = passkeys.handle("ann");
      assertEquals(handle, passkeys.handle("ann"), "one for all of them");
      assertNotEquals(handle, passkeys.handle("bo"));
      assertTrue(passkeys.isHandle("ann", handle));
      assertFalse(passkeys.isHandle("bo", handle) || passkeys.isHandle("ann", null));
      PasskeyKey key = new PasskeyKey("credential", "key", 5, false, List.of("nfc", "usb"));
      assertEquals(10, add(people, "ann", key).orElseThrow().size(), "the first factor");
      assertEquals(Optional.empty(), add(people, "ann", key), "known already");
      assertEquals(Optional.empty(), add(people, "bo", key), "and of one account alone");
      String session = people.begin("ann", NOON);
      assertTrue(people.session(session, NOON).isPresent(), "it is a factor");
      assertEquals(Set.of("ann"), people.factors().holders());
      Passkey passkey = passkeys.find("credential").orElseThrow();
      assertEquals(
          new Passkey(passkey.id(), "ann", key, "example.org", "key", "Firefox", NOON, null),
          passkey);
      assertFalse(passkeys.use(passkey, 5, NOON) || passkeys.use(passkey, 0, NOON), "it goes on");
      assertTrue(passkeys.use(passkey, 6, NOON.plusSeconds(9)));
      assertFalse(passkeys.use(passkey, 6, NOON.plusSeconds(9)), "also on another server");
      assertEquals(NOON.plusSeconds(9), passkeys.list("ann").getFirst().used());
      PasskeyKey none = new PasskeyKey("without a counter", "key", 0, true, List.of());
      assertEquals(List.of(), add(people, "ann", none).orElseThrow(), "the codes stay");
      assertEquals(Optional.empty(), people.session(session, NOON), "other sessions end");
      Passkey synced = passkeys.find("without a counter").orElseThrow();
      assertTrue(passkeys.use(synced, 0, NOON));
      assertTrue(passkeys.use(synced, 0, NOON));
      assertInstanceOf(Verification.Intact.class, people.verify());

      TestAccounts.enrol(people, "ann", NOON);
      assertTrue(people.factors().removeApp(ANN, "ann", null, NOON));
      assertEquals(10, people.factors().countCodes("ann"), "passkeys are left");
      assertEquals(Optional.empty(), passkeys.remove(ANN, "bo", passkey.id(), null, NOON));
      assertEquals(
          "key", passkeys.remove(ANN, "ann", passkey.id(), null, NOON).orElseThrow().name());
      assertTrue(people.factors().remove(ANN, "ann", null, NOON));
      assertEquals(0, people.factors().countCodes("ann"));
      assertFalse(people.factors().remove(ANN, "ann", null, NOON));
      add(people, "ann", key);
      assertTrue(people.removeAccount(ANN, "ann", NOON));
      assertEquals(Optional.empty(), passkeys.find("credential"));
      assertInstanceOf(Verification.Intact.class, people.verify());
    }
  }

  private static Optional<List<String>> add(Accounts people, String account, PasskeyKey key) {
    return people.passkeys().add(ANN, account, key, "example.org", "key", "Firefox", null, NOON);
  }

  @Test
  void aChallengeIsGoodOnce() throws Exception {
    try (Accounts people = open()) {
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      PasskeyChallenges challenges = people.passkeys().challenges();
      String attempt = PasskeyChallenges.attempt();
      String replaced = challenges.make(attempt, Purpose.FIRST, null, NOON);
      String challenge = challenges.make(attempt, Purpose.FIRST, null, NOON);
      assertNotEquals(replaced, challenge);
      assertEquals(43, challenge.length(), "256 bits in base64url");
      assertEquals(Optional.empty(), challenges.use(attempt, Purpose.SECOND, NOON));
      assertEquals(Optional.empty(), challenges.use("another", Purpose.FIRST, NOON));
      assertEquals(
          challenge,
          challenges.use(attempt, Purpose.FIRST, NOON.plusSeconds(300)).orElseThrow().challenge());
      assertEquals(Optional.empty(), challenges.use(attempt, Purpose.FIRST, NOON), "used up");
      challenges.make(attempt, Purpose.ADD, "ann", NOON);
      assertEquals(
          Optional.empty(), challenges.use(attempt, Purpose.ADD, NOON.plusSeconds(301)), "late");
      challenges.make(attempt, Purpose.ADD, "ann", NOON);
      people.endAll("ann");
      assertEquals(Optional.empty(), challenges.use(attempt, Purpose.ADD, NOON), "signed out");
    }
  }

  private static CodeOutcome check(Accounts people, String code, Instant now) {
    return people.factors().check(ANN, "ann", code, now);
  }

  @Test
  void aTokenIsRotatedWithAnOverlap() throws Exception {
    try (Accounts people = open()) {
      people.makeToken(ANN, new AccessToken("bot", "observer", null, NOON, EXPIRES, true));
      Duration day = Duration.ofDays(1);
      Instant later = NOON.plusSeconds(3600);
      String first =
          people.makeToken(ANN, new AccessToken("bot", "observer", null, NOON, EXPIRES, true));
      Instant longer = AccessToken.expiry(later, 30);
      String second = people.rotateToken(ANN, "bot", longer, day, later).orElseThrow();
      assertEquals(
          "bot", people.token(first, later.plus(day).minusSeconds(1)).orElseThrow().name());
      assertEquals(Optional.empty(), people.token(first, later.plus(day)));
      assertTrue(people.token(second, longer.minusSeconds(1)).isPresent());
      assertEquals(Optional.empty(), people.token(second, longer));
      assertTrue(people.findToken(first).orElseThrow().readOnly(), "the scope stays");
      assertTrue(people.findToken(second).orElseThrow().readOnly());
      assertTrue(people.admissions().token(first, later).isPresent());
      assertEquals(1, people.listTokens().size());
      String third = people.rotateToken(ANN, "bot", longer, Duration.ZERO, later).orElseThrow();
      assertEquals(Optional.empty(), people.token(first, later), "one overlap at a time");
      assertEquals(Optional.empty(), people.token(second, later), "none was asked for");
      assertInstanceOf(Verification.Intact.class, people.verify());
      assertTrue(people.removeToken(ANN, "bot", later));
      assertEquals(Optional.empty(), people.token(third, later));
      assertEquals(Optional.empty(), people.rotateToken(ANN, "bot", longer, day, later));
      assertInstanceOf(Verification.Intact.class, people.verify());
      people.makeToken(ANN, new AccessToken("bot", "observer", null, NOON, EXPIRES, true));
    }
    tamper("update access_token set read_only = false");
    try (Accounts people = open()) {
      Verification.Broken broken = assertInstanceOf(Verification.Broken.class, people.verify());
      assertTrue(broken.toString().contains("token bot was changed"), broken.toString());
    }
  }

  @Test
  void aSessionEnds() throws Exception {
    try (Accounts people = open()) {
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      String one = people.begin("ann", NOON);
      String other = people.begin("ann", NOON);
      assertNotEquals(one, other);
      assertEquals("ann", people.session(one, NOON.plusSeconds(60)).orElseThrow().name());
      assertTrue(people.session(one, NOON.plusSeconds(1800)).isPresent());
      assertTrue(people.session(one, NOON.plusSeconds(3600)).isPresent(), "it was used since");
      assertFalse(people.session(other, NOON.plusSeconds(1801)).isPresent(), "nobody used it");
      people.end(one);
      assertFalse(people.session(one, NOON.plusSeconds(3600)).isPresent(), "it was ended");
      String long_ = people.begin("ann", "Firefox, Linux", NOON);
      for (int half = 1; half <= 24; half++) {
        assertTrue(people.session(long_, NOON.plusSeconds(half * 1800L)).isPresent());
      }
      OpenSession open = people.listSessions("ann", NOON.plusSeconds(43_200)).getFirst();
      assertEquals(
          new OpenSession(open.id(), "Firefox, Linux", NOON, NOON.plusSeconds(43_200)), open);
      assertTrue(open.isOf(long_));
      people.endIdleAfter(Duration.ofMinutes(1));
      assertFalse(people.session(long_, NOON.plusSeconds(43_200 - 1 + 62)).isPresent());
      people.endIdleAfter(Accounts.IDLE);
      String ended = people.begin("ann", NOON);
      String kept = people.begin("ann", NOON);
      String id =
          people.listSessions("ann", NOON).stream()
              .filter(each -> each.isOf(ended))
              .findFirst()
              .orElseThrow()
              .id();
      assertFalse(people.endSession("bo", id) || people.endSession("ann", ""));
      assertTrue(people.endSession("ann", id));
      assertFalse(people.session(ended, NOON).isPresent());
      assertTrue(people.session(kept, NOON).isPresent());
      assertFalse(people.session(long_, NOON.plusSeconds(12 * 3600 + 1)).isPresent());
      String last = people.begin("ann", NOON);
      assertTrue(people.remove(ANN, "ann", NOON));
      assertFalse(people.session(last, NOON).isPresent(), "nobody is left whose it is");
      assertFalse(people.session("x", NOON).isPresent());
    }
  }

  @Test
  void aTokenOpensUntilItIsRemoved() throws Exception {
    try (Accounts people = open()) {
      String old = people.makeToken(ANN, "board", "observer", null, NOON, EXPIRES);
      String token = people.makeToken(ANN, "board", "monitor", "OSCE", NOON, EXPIRES);
      assertFalse(people.token(old, NOON).isPresent());
      assertEquals("OSCE", people.token(token, NOON).orElseThrow().party());
      assertEquals(1, people.listTokens().size());
      people.remove(ANN, "board", NOON);
      assertFalse(people.token(token, NOON).isPresent());
    }
  }

  @Test
  void aSecretAddressIsReadUntilItIsRenewedOrTakenBack() throws Exception {
    try (Accounts people = open()) {
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      FeedAddresses feeds = people.feeds();
      assertEquals(Optional.empty(), feeds.add(ANN, "bob", "phone", NOON), "no such account");
      String first = feeds.add(ANN, "ann", "phone", NOON).orElseThrow();
      assertEquals(Optional.empty(), feeds.add(ANN, "ann", "phone", NOON), "the name is taken");
      assertEquals("ann", feeds.use(first, NOON.plusSeconds(5)).orElseThrow().name());
      assertEquals(Optional.empty(), feeds.use("x", NOON));
      assertEquals(
          List.of(new FeedAddress("ann", "phone", NOON, 1, NOON.plusSeconds(5))),
          feeds.list("ann"));
      String second = feeds.renew(ANN, "ann", "phone", NOON).orElseThrow();
      assertEquals(Optional.empty(), feeds.use(first, NOON), "it was renewed");
      assertEquals(List.of(new FeedAddress("ann", "phone", NOON, 0, null)), feeds.list("ann"));
      assertTrue(feeds.use(second, NOON).isPresent());
      assertEquals(Map.of("ann", 1), feeds.count());
      assertTrue(feeds.remove(ANN, "ann", "phone", NOON));
      assertFalse(feeds.remove(ANN, "ann", "phone", NOON));
      assertEquals(Optional.empty(), feeds.renew(ANN, "ann", "phone", NOON));
      assertEquals(Optional.empty(), feeds.use(second, NOON));
      for (int i = 0; i < FeedAddress.MOST; i++) {
        assertTrue(feeds.add(ANN, "ann", "n" + i, NOON).isPresent());
      }
      assertEquals(Optional.empty(), feeds.add(ANN, "ann", "more", NOON), "there is no more room");
    }
  }

  @Test
  void secretAddressesGoWithTheAccountAndItsPassword() throws Exception {
    try (Accounts people = open()) {
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      people.put(ANN, "ob", "observer", null, RIGHT, NOON);
      String own = people.feeds().add(ANN, "ob", "phone", NOON).orElseThrow();
      people.changeRole(ANN, "ob", "monitor", "A", NOON);
      assertEquals("A", people.feeds().use(own, NOON).orElseThrow().party());
      people.setPassword(ANN, "ob", WRONG, NOON);
      assertEquals(Optional.empty(), people.feeds().use(own, NOON));
      String next = people.feeds().add(ANN, "ob", "phone", NOON).orElseThrow();
      people.removeAccount(ANN, "ob", NOON);
      assertEquals(Optional.empty(), people.feeds().use(next, NOON));
      // two accounts, a role, a password, two addresses made and gone, and an account gone
      assertIntact(people, 9);
    }
    try (Accounts people = open()) {
      people.feeds().add(ANN, "ann", "phone", NOON);
    }
    found(
        "update feed_address set name = 'tablet'",
        "update feed_address set name = 'phone'",
        "secret address ann/tablet was added");
    found(
        "insert into feed_address select 'h', 'ann', 'eve', created, 0, null from account",
        "delete from feed_address where name = 'eve'",
        "secret address ann/eve was added");
  }

  @Test
  void aPersonWhomAProviderKnowsHasOneAccount() throws Exception {
    String ministry = "https://login.example.org/realms/ministry";
    try (Accounts people = open()) {
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      people.put(ANN, "ob", "observer", null, RIGHT, NOON);
      ProviderIdentities identities = people.identities();
      assertTrue(identities.connect(ANN, "ob", ministry, "7d1c", NOON));
      assertEquals("ob", identities.find(ministry, "7d1c").orElseThrow().name());
      assertEquals(Optional.empty(), identities.find("https://other.example", "7d1c"));
      assertEquals(Optional.empty(), identities.find(ministry, "7D1C"));
      assertFalse(
          identities.connect(ANN, "ann", ministry, "7d1c", NOON), "a person has one account");
      assertFalse(
          identities.connect(ANN, "ob", ministry, "9f00", NOON), "and an account one person");
      assertFalse(
          identities.connect(ANN, "cy", ministry, "9f00", NOON), "there is no such account");
      ProviderIdentity same = new ProviderIdentity("cy", ministry, "7d1c", NOON);
      assertFalse(identities.add(ANN, same, "observer", null));
      assertEquals(Optional.empty(), people.find("cy"), "nothing is left of it");
      ProviderIdentity other = new ProviderIdentity("cy", ministry, "9f00", NOON);
      assertTrue(identities.add(ANN, other, "delegation", "A"));
      assertFalse(
          identities.add(ANN, new ProviderIdentity("cy", ministry, "aaaa", NOON), "x", null));
      assertEquals(Optional.empty(), people.check("cy", "-".toCharArray()), "it has no password");
      people.put(ANN, "ob", "observer", null, WRONG, NOON);
      assertFalse(identities.has("ob"), "an account that is made anew is nobody's yet");
      assertTrue(people.removeAccount(ANN, "cy", NOON));
      assertEquals(Map.of(), identities.list());
      assertTrue(identities.connect(ANN, "ann", ministry, "9f00", NOON));
      // two accounts, one connected, one added so, one made anew, one removed, one connected
      assertIntact(people, 10);
    }
    found(
        "update provider_identity set subject = 'eve'",
        "update provider_identity set subject = '9f00'",
        "identity ann was changed");
    found(
        "insert into provider_identity select 'ob', issuer, 'eve', created from provider_identity",
        "delete from provider_identity where account = 'ob'",
        "identity ob was added");
  }

  @Test
  void whatWasSeenIsListedLatestFirst() throws Exception {
    try (Accounts people = open()) {
      people.note(
          List.of(
              new AccessRecord(NOON, "ann", "mediator", "GET", "/", 200),
              new AccessRecord(NOON, "al", "delegation", "GET", "/points/" + "x".repeat(900), 404)),
          NOON);
      assertEquals(
          List.of("al", "ann"),
          people.listSeen(null, Long.MAX_VALUE, 9).stream().map(AccessRecord::who).toList());
      assertEquals(1, people.listSeen("ann", Long.MAX_VALUE, 9).size());
      assertEquals(400, people.listSeen("al", Long.MAX_VALUE, 9).getFirst().address().length());
    }
  }

  @Test
  void aTokenExpires() throws Exception {
    try (Accounts people = open()) {
      String secret = people.makeToken(ANN, "board", "observer", null, NOON, EXPIRES);
      AccessToken token = people.findToken(secret).orElseThrow();
      assertTrue(people.token(secret, EXPIRES.minusSeconds(1)).isPresent());
      assertFalse(people.token(secret, EXPIRES).isPresent());
      assertFalse(token.isExpired(EXPIRES.minusSeconds(1)));
      assertTrue(token.isExpired(EXPIRES));
      assertEquals(List.of(token), people.listTokens());
    }
  }

  @Test
  void aDeviceIsKnownUntilThePasswordIsAnother() throws Exception {
    try (Accounts people = open()) {
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      people.put(ANN, "bob", "observer", null, RIGHT, NOON);
      String device = people.addDevice("ann", NOON);
      assertEquals(Optional.of("ann"), people.device(device, NOON));
      assertEquals(
          Optional.empty(), people.device(device, NOON.plus(Accounts.DEVICE).plusSeconds(1)));
      assertEquals(Optional.empty(), people.device("x", NOON));
      people.setPassword(ANN, "ann", WRONG, NOON);
      assertEquals(Optional.empty(), people.device(device, NOON));
      String first = people.addDevice("bob", NOON);
      for (int i = 1; i <= Accounts.DEVICES; i++) {
        people.addDevice("bob", NOON.plusSeconds(i));
      }
      assertEquals(Optional.empty(), people.device(first, NOON), "the oldest gives way");
    }
  }

  /// What a hand in the database can do, and which part is then said to be broken.
  @Test
  void tamperingIsFound() throws Exception {
    try (Accounts people = open()) {
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      people.put(ANN, "ob", "observer", null, RIGHT, NOON);
      people.makeToken(ANN, "bot", "observer", null, NOON, EXPIRES);
      for (int i = 0; i < 6; i++) {
        people.note(List.of(new AccessRecord(NOON, "ob", "observer", "GET", "/" + i, 200)), NOON);
      }
      assertIntact(people, 9);
    }
    found(
        "update account set role = 'mediator' where name = 'ob'",
        "update account set role = 'observer' where name = 'ob'",
        "account ob was changed");
    found(
        "update account set party = 'A' where name = 'ob'",
        "update account set party = null where name = 'ob'",
        "account ob was changed");
    found(
        "update access_token set role = 'mediator'",
        "update access_token set role = 'observer'",
        "token bot was changed");
    found(
        "update access_token set expires = expires + interval '1' day",
        "update access_token set expires = expires - interval '1' day",
        "token bot was changed");
    found(
        "insert into account select 'eve', role, party, password, created from account where name = 'ann'",
        "delete from account where name = 'eve'",
        "account eve was added");
    found(
        "update audit set who = 'al' where number = 5",
        "update audit set who = 'ob' where number = 5",
        "row 5: it was altered");
    found(
        "update audit set times = 2 where number = 5",
        "update audit set times = 1 where number = 5",
        "row 5: it was altered");
    found("update audit_head set number = 8", "update audit_head set number = 9", "are missing");
    // for good: nothing brings back what was deleted
    found("delete from audit where number = 6", null, "row 6: it is missing");
    found("delete from audit", null, "missing");
    found("update audit_head set number = 0, hash = '" + "0".repeat(64) + "'", null, "was added");
  }

  private void found(String change, @Nullable String back, String what) throws Exception {
    tamper(change);
    try (Accounts people = open()) {
      Verification.Broken broken =
          assertInstanceOf(Verification.Broken.class, people.verify(), change);
      String said = "row " + broken.number() + ": " + broken.what();
      assertTrue(said.contains(what), change + " -> " + said);
      if (back != null) {
        tamper(back);
        assertInstanceOf(Verification.Intact.class, people.verify(), back);
      }
    }
  }

  private static String assertIntact(Accounts people, long rows) {
    Verification.Intact intact =
        assertInstanceOf(
            Verification.Intact.class, people.verify(), () -> people.verify().toString());
    assertEquals(rows, intact.entries());
    return intact.head();
  }

  @Test
  void whatIsOldIsDroppedAndTheChainStillCloses() throws Exception {
    try (Accounts people = open()) {
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      for (int i = 0; i < 5; i++) {
        people.note(List.of(new AccessRecord(NOON, "ann", "mediator", "GET", "/" + i, 200)), NOON);
      }
      people.put(ANN, "ob", "observer", null, RIGHT, NOON);
      people.note(List.of(new AccessRecord(NOON, "ob", "observer", "GET", "/", 200)), NOON);
      String noted = assertIntact(people, 8);
      Instant later = NOON.plus(Duration.ofDays(420));
      people.dropOld(later);
      assertIntact(people, 8);
      AccessRecord fresh = new AccessRecord(later, "ob", "observer", "GET", "/", 200);
      people.note(List.of(fresh), later);
      Instant due = NOON.plus(Duration.ofDays(431));
      people.dropOld(due);
      // two accounts, a fresh read, and a row for each of two ranges
      assertIntact(people, 5);
      AccessRecord dropped =
          people.listSeen(null, Long.MAX_VALUE, 9).stream()
              .filter(each -> each.method().equals(AccessRecord.DROPPED))
              .reduce((_, last) -> last)
              .orElseThrow();
      assertTrue(dropped.address().startsWith("5 requests in rows 2 to 6"), dropped.address());
      assertTrue(people.has(noted), "a hash noted before is still known");
      assertFalse(people.has("f".repeat(64)));
      people.dropOld(due);
      assertIntact(people, 5);
    }
    found("delete from audit where number = 9", null, "missing");
  }

  /// The rule is on record, so each removal is judged by the rule of then.
  @Test
  void viewsAreKeptForAsLongAsTheRuleSays() throws Exception {
    Instant day100 = NOON.plus(Duration.ofDays(100));
    try (Accounts people = open()) {
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      people.begin("ann", NOON);
      people.addDevice("ann", NOON);
      assertTrue(people.keepViews(AccountEditor.OPERATOR, 90, NOON));
      assertFalse(people.keepViews(AccountEditor.OPERATOR, 90, NOON), "it is on record");
      assertEquals(
          "RULE 90 days",
          people.listSeen(null, Long.MAX_VALUE, 1).stream()
              .map(each -> each.method() + " " + each.address())
              .collect(Collectors.joining()));
      people.note(List.of(new AccessRecord(NOON, "ann", "mediator", "GET", "/", 200)), NOON);
      people.flush();
      String noted = assertIntact(people, 3);
      people.dropOld(NOON.plus(Duration.ofDays(98)));
      assertIntact(people, 3);
      people.dropOld(day100);
      assertTrue(people.has(noted));
      assertIntact(people, 3);
      assertTrue(
          people.listSeen(null, Long.MAX_VALUE, 9).stream()
              .noneMatch(each -> each.method().equals("GET")));
      assertTrue(people.countSessions(NOON).isEmpty(), "ended sessions are gone");
      people.keepViews(AccountEditor.OPERATOR, 400, day100);
      assertIntact(people, 4);
    }
    found(
        "update retention set view_days = 30", "update retention set view_days = 400", "retention");
    found("delete from retention", null, "retention");
  }

  /// Rows that are not old cannot be passed off as dropped.
  @Test
  void whatIsNotOldCannotHaveBeenDropped() throws Exception {
    try (Accounts people = open()) {
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      people.note(List.of(new AccessRecord(NOON, "ann", "mediator", "GET", "/", 200)), NOON);
      people.note(
          List.of(
              new AccessRecord(NOON, "parley", "operator", AccessRecord.DROPPED, "1 request", 200)),
          NOON);
      assertIntact(people, 3);
    }
    found("delete from audit where number = 2", null, "row 2: it is missing");
  }

  @Test
  void mappingsOfImportsGoWithTheAccount() throws Exception {
    try (Database database = database();
        Accounts people = Accounts.of(database)) {
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      people.put(ANN, "bob", "mediator", null, RIGHT, NOON);
      ImportMappings mappings = ImportMappings.of(database);
      assertEquals(Optional.empty(), mappings.find("eve", "columns"), "no such account");
      assertFalse(mappings.keep("eve", "columns", "x"));
      assertEquals(Optional.of(""), mappings.find("ann", "columns"));
      assertTrue(mappings.keep("ann", "columns", "one"));
      assertTrue(mappings.keep("ann", "words", "other"));
      assertTrue(mappings.keep("ann", "columns", "two".repeat(1_000)));
      assertEquals(Optional.of("two".repeat(1_000)), mappings.find("ann", "columns"));
      assertEquals(Optional.of("other"), mappings.find("ann", "words"));
      assertEquals(Optional.of(""), mappings.find("bob", "columns"));
      people.removeAccount(ANN, "ann", NOON);
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      assertEquals(Optional.of(""), mappings.find("ann", "columns"));
    }
  }

  @Test
  void accountsLieBesideTheJournal() throws Exception {
    try (Journal journal = journal();
        Accounts people = open()) {
      people.put(ANN, "ann", "mediator", null, RIGHT, NOON);
      assertEquals(0, journal.last());
    }
  }
}
