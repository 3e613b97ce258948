package org.parley.cli.team;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ConfigOption;
import org.parley.cli.DatabasePassword;
import org.parley.cli.ExitCode;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.people.AccessToken;
import org.parley.store.people.Account;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.Passkey;
import org.parley.store.people.PasswordLinks;
import org.parley.store.people.ProviderIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley account ACTION [NAME]`: who may come in to a case that is served.
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = {
      "Manages the accounts and tokens of a served case. The action is one of:",
      "  add         an account, or another role and password for one",
      "  list        every account and token",
      "  link     a link to a password, printed once; with --role, for a new account",
      "  remove      an account or a token; their sessions end at once",
      "  remove-factor  the second factors of an account, app and passkeys; its sessions end at once",
      "  token       a token for a program, printed once and not kept",
      "  connect     an account with somebody whom the OpenID provider knows",
      "  disconnect  takes that back; their sessions end",
      "A password is prompted for, or read from standard input; it is never an argument.",
      "While a case is served from a file, its mediator uses the page Accounts."
    },
    footerHeading =
        "%nExit code 0: done. 1: there is no such account or party. 2: usage error. 66: there is no"
            + " such journal. 69: the"
            + " database is in use.%n%n",
    footer = {
      "Examples:",
      "  parley account add ann --role mediator --database team/river",
      "  parley account add olena --role delegation --party UA --database team/river",
      "  parley account link bo --role monitor --database team/river",
      "  parley account token dashboard --role observer --days 30 --database team/river"
    })
public final class AccountCommand implements Callable<Integer> {

  private static final List<String> ROLES =
      List.of("mediator", "delegation", "monitor", "observer");
  private static final List<String> ACTIONS =
      List.of("add", "link", "list", "remove", "remove-factor", "token", "connect", "disconnect");

  private final InputStream in;
  private final InstantSource clock;

  @Parameters(
      index = "0",
      paramLabel = "ACTION",
      description = "add, link, list, remove, remove-factor, token, connect or disconnect.")
  private String action = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "The account or token.")
  private @Nullable String name;

  @Option(
      names = "--database",
      required = true,
      paramLabel = "FILE|ADDRESS",
      description = "Where the journal of the case lies, as for parley serve.")
  private String database = "";

  @SuppressWarnings("unused") // read before the command is
  @Mixin
  private final ConfigOption config = new ConfigOption();

  @Mixin private final DatabasePassword databasePassword;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "mediator, delegation, monitor or observer.")
  private @Nullable String role;

  @Option(
      names = "--party",
      paramLabel = "PARTY",
      description =
          "The party of a delegation; for a monitor or an observer, the party with whose eyes they"
              + " look. Without one they see what is public.")
  private @Nullable String party;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How many days a token is good for, at most 366. Default: ${DEFAULT-VALUE}.")
  private int days = AccessToken.USUAL_DAYS;

  @Option(names = "--read-only", description = "A token that reads, and changes nothing.")
  private boolean readOnly;

  @Spec private @Nullable CommandSpec spec;

  /// A command that reads passwords from `in` without a terminal.
  ///
  /// @param environment the environment, which may hold the password of the database
  public AccountCommand(InputStream in, InstantSource clock, Map<String, String> environment) {
    this.in = in;
    this.databasePassword = new DatabasePassword(environment);
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, JournalUnavailableException {
    CommandSpec own = Objects.requireNonNull(spec);
    PrintWriter out = own.commandLine().getOut();
    String action = this.action.toLowerCase(Locale.ROOT);
    if (!ACTIONS.contains(action)) {
      throw wrong(
          "\"" + action + "\" is not an action. Maybe one of " + String.join(", ", ACTIONS));
    }
    DatabaseAddress address = databasePassword.address(database, own.commandLine().getErr());
    if (action.equals("list")) {
      try (Accounts people = Accounts.existing(address)) {
        Map<String, Integer> feeds = people.feeds().count();
        Map<String, ProviderIdentity> identities = people.identities().list();
        Set<String> factors = people.factors().holders();
        Map<String, List<Passkey>> passkeys = people.passkeys().list();
        people
            .list()
            .forEach(
                each ->
                    out.println(
                        line(
                            each,
                            (factors.contains(each.name()) ? "  second factor" : "")
                                + passkeys(passkeys, each)
                                + feeds(feeds, each)
                                + subject(identities, each))));
        people
            .listTokens()
            .forEach(
                each ->
                    out.println(
                        line(
                            each.account(),
                            (each.readOnly() ? "  reads only," : " ")
                                + " token until "
                                + day(each.expires())
                                + past(each))));
      }
      return ExitCode.OK;
    }
    String name = name();
    if (action.equals("remove")) {
      try (Accounts people = Accounts.existing(address)) {
        boolean removed = people.remove(AccountEditor.OPERATOR, name, clock.instant());
        out.println(
            removed
                ? "Removed " + name + "."
                : "There is no account or token \"" + name + "\". Maybe see: parley account list");
        return removed ? ExitCode.OK : ExitCode.PROBLEMS;
      }
    }
    if (ConnectionOptions.ACTIONS.contains(action)) {
      try (Accounts people = Accounts.existing(address)) {
        return connection.run(
            action, people, name, clock.instant(), out, own.commandLine().getErr());
      } catch (IllegalArgumentException e) {
        throw wrong(String.valueOf(e.getMessage()));
      }
    }
    if (action.equals("remove-factor")) {
      return removeFactor(name, address, out);
    }
    if (action.equals("link") && role == null) {
      return link(name, address);
    }
    String role = role();
    if (party != null && !hasParty(party, address)) {
      own.commandLine()
          .getErr()
          .println(
              "The case has no public party \""
                  + party
                  + "\". Maybe check its id; a hidden party has no delegation here.");
      return ExitCode.PROBLEMS;
    }
    if (action.equals("token")) {
      if (days < 1 || days > AccessToken.MOST_DAYS) {
        throw wrong("--days is " + days + ". Maybe choose 1 to " + AccessToken.MOST_DAYS);
      }
      try (Accounts people = Accounts.existing(address)) {
        Instant now = clock.instant();
        Instant expires = AccessToken.expiry(now, days);
        out.println(
            people.makeToken(
                AccountEditor.OPERATOR,
                new AccessToken(name, role, party, now, expires, readOnly)));
        own.commandLine().getErr().println("It expires on " + day(expires) + ".");
      }
      return ExitCode.OK;
    }
    if (action.equals("link")) {
      return invite(name, role, address);
    }
    char[] password = new PasswordPrompt(in).ask(List.of(name, title(address)), this::wrong);
    try (Accounts people = Accounts.existing(address)) {
      people.put(AccountEditor.OPERATOR, name, role, party, password, clock.instant());
    } finally {
      Arrays.fill(password, ' ');
    }
    out.println(name + " may come in as " + role + (party == null ? "" : " of " + party) + ".");
    return ExitCode.OK;
  }

  private int invite(String name, String role, DatabaseAddress address)
      throws JournalUnavailableException {
    try (Accounts people = Accounts.existing(address)) {
      if (people.addMember(AccountEditor.OPERATOR, name, role, party, clock.instant())) {
        return link(people, name);
      }
    }
    out().println("There is an account \"" + name + "\" already. Maybe leave --role out.");
    return ExitCode.PROBLEMS;
  }

  private int link(String name, DatabaseAddress address) throws JournalUnavailableException {
    try (Accounts people = Accounts.existing(address)) {
      return link(people, name);
    }
  }

  private int link(Accounts people, String name) {
    Instant now = clock.instant();
    String secret = people.links().make(AccountEditor.OPERATOR, name, now).orElse(null);
    if (secret == null) {
      out()
          .println(
              "There is no account \""
                  + name
                  + "\". Maybe add --role, or see: parley account list");
      return ExitCode.PROBLEMS;
    }
    out().println("/password/" + secret);
    err()
        .println(
            "Put the address of the server in front. It opens once, until "
                + now.plus(PasswordLinks.GOOD).truncatedTo(ChronoUnit.MINUTES)
                + ".");
    return ExitCode.OK;
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }

  private int removeFactor(String name, DatabaseAddress address, PrintWriter out)
      throws JournalUnavailableException {
    try (Accounts people = Accounts.existing(address)) {
      boolean removed =
          people.factors().remove(AccountEditor.OPERATOR, name, null, clock.instant());
      out.println(
          removed
              ? name + " has no second factor any more."
              : "There is no second factor of \"" + name + "\". Maybe see: parley account list");
      return removed ? ExitCode.OK : ExitCode.PROBLEMS;
    }
  }

  private static String passkeys(Map<String, List<Passkey>> all, Account account) {
    int count = all.getOrDefault(account.name(), List.of()).size();
    return count == 0 ? "" : "  " + count + (count == 1 ? " passkey" : " passkeys");
  }

  private static String feeds(Map<String, Integer> counts, Account account) {
    int count = counts.getOrDefault(account.name(), 0);
    return count == 0 ? "" : "  " + count + (count == 1 ? " secret address" : " secret addresses");
  }

  private static String subject(Map<String, ProviderIdentity> identities, Account account) {
    ProviderIdentity identity = identities.get(account.name());
    return identity == null ? "" : "  " + identity.subject() + " of " + identity.issuer();
  }

  private static String day(Instant moment) {
    return moment.toString().substring(0, 10);
  }

  private String past(AccessToken token) {
    return token.isExpired(clock.instant()) ? ", expired" : "";
  }

  private static String line(Account each, String mark) {
    return "%-20s %-11s %-8s %s%s"
        .formatted(
            each.name(),
            each.role(),
            each.party() == null ? "" : each.party(),
            day(each.created()),
            mark);
  }

  private String name() {
    if (name == null || !Account.isName(name)) {
      throw wrong(
          "a name is needed"
              + (name == null ? "" : ", not \"" + name + "\"")
              + ". Maybe letters, digits, '.', '_', '@' and '-', a letter or digit first");
    }
    return name;
  }

  private String role() {
    if (role == null || !ROLES.contains(role)) {
      throw wrong(
          "a role is needed"
              + (role == null ? "" : ", not \"" + role + "\"")
              + ". Maybe --role with one of "
              + String.join(", ", ROLES));
    }
    if (role.equals("delegation") && party == null) {
      throw wrong("a delegation is that of a party. Maybe add --party");
    }
    if (role.equals("mediator") && party != null) {
      throw wrong("a mediator has no party. Maybe leave --party out");
    }
    return role;
  }

  private boolean hasParty(String id, DatabaseAddress address) throws JournalUnavailableException {
    try (Journal journal = Journal.existing(address)) {
      PartyId wanted = new PartyId(id);
      return journal.snapshot().findCase().stream()
          .flatMap(each -> each.viewFor(new Viewer.Public()).parties().stream())
          .anyMatch(each -> each.id().equals(wanted));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// The title of the case; empty if the journal holds none.
  private String title(DatabaseAddress address) throws JournalUnavailableException {
    try (Journal journal = Journal.existing(address)) {
      return journal.snapshot().findCase().map(each -> each.info().title().text()).orElse("");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
