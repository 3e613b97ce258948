package org.parley.web;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.intake.Texts;
import org.parley.model.cases.Case;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.service.CaseService;
import org.parley.web.service.JournalCaseService;

/// A server for a team, with accounts, on a journal in a folder of its own.
@NullMarked
final class Team implements AutoCloseable {

  static final String PASSWORD = "correct horse battery";
  static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  final Journal journal;
  final Accounts people;
  final AccountAuthenticator door;
  final WebServer server;
  final CaseService desk;
  private final AccountAuthenticator.Setting setting;

  /// Serves a case.
  Team(Path folder, Case contents, boolean open) throws JournalUnavailableException {
    this(
        folder,
        contents,
        new AccountAuthenticator.Setting(Set.of("parley.example.org"), false, false, open));
  }

  Team(Path folder, Case contents, AccountAuthenticator.Setting setting)
      throws JournalUnavailableException {
    this(folder.resolve("journal").toString(), contents, setting);
  }

  /// Serves a case from a database.
  ///
  /// @param address as [Journal#at] takes it
  Team(String address, Case contents, AccountAuthenticator.Setting setting)
      throws JournalUnavailableException {
    this(address, address, contents, setting);
  }

  /// Serves a case, with the accounts in another database.
  Team(String address, String accounts, Case contents, AccountAuthenticator.Setting setting)
      throws JournalUnavailableException {
    this(address, accounts, contents, setting, UnaryOperator.identity());
  }

  /// Serves a case from a desk that stands in front of the real one.
  Team(
      String address,
      String accounts,
      Case contents,
      AccountAuthenticator.Setting setting,
      UnaryOperator<CaseService> front)
      throws JournalUnavailableException {
    this.setting = setting;
    journal = Journal.at(address);
    journal.record(contents, "Ann", "Begun.", NOON);
    people = accounts.equals(address) ? Accounts.of(journal.database()) : Accounts.at(accounts);
    door = new AccountAuthenticator(people, CLOCK, setting);
    desk = front.apply(new JournalCaseService(journal, CLOCK));
    server = WebServer.start(desk, Texts.offline(), door, "127.0.0.1", 0, null);
  }

  /// The case a text makes.
  static Case caseOf(String yaml) {
    return switch (CaseReader.read(Map.of("a.yaml", yaml))) {
      case LoadResult.Loaded loaded -> loaded.contents();
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  void account(String name, String role, @Nullable String party) {
    TestAccounts.put(people, name, role, party, PASSWORD, NOON);
  }

  /// A browser that has signed in.
  Client signedIn(String name) {
    Client client = new Client();
    client.signIn(name, PASSWORD);
    return client;
  }

  /// A browser in a session of somebody, without the cost of checking a password.
  Client inSession(String name) {
    Client client = new Client();
    String cookie = setting.tls() || setting.behindProxy() ? "__Host-parley" : "parley";
    String base = setting.basePath();
    client.cookie = cookie + base.replace('/', '.') + "=" + people.begin(name, NOON);
    client.get(base + "/");
    return client;
  }

  Client nobody() {
    return new Client();
  }

  Client withToken(String token) {
    Client client = new Client();
    client.bearer = token;
    return client;
  }

  @Override
  public void close() {
    server.close();
    door.close();
    people.close();
    journal.close();
  }

  /// Somebody who asks this server.
  final class Client extends WebClient {
    Client() {
      super(Team.this.server);
    }
  }
}
