package org.parley.cli.team;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.start.BuiltInTemplate;
import org.parley.casefile.start.CaseTemplate;
import org.parley.casefile.start.NewCase;
import org.parley.cli.ConfigOption;
import org.parley.cli.DatabasePassword;
import org.parley.cli.ExitCode;
import org.parley.cli.TemplateArgument;
import org.parley.store.DatabaseAddress;
import org.parley.store.JournalUnavailableException;
import org.parley.store.cases.CaseBeginning;
import org.parley.store.cases.CaseMove;
import org.parley.store.cases.CaseRegister;
import org.parley.store.cases.HostedCase;
import org.parley.store.people.Account;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.wording.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley cases ACTION [ID]`: the cases and accounts of a server of many cases.
@Command(
    name = "cases",
    mixinStandardHelpOptions = true,
    description = {
      "Manages a server of many cases: in a folder while it is not served, in PostgreSQL also"
          + " meanwhile. The action is one of:",
      "  list        every case, with its mediators",
      "  create      a case, from a folder or a template",
      "  archive     makes a case read-only",
      "  restore     takes that back",
      "  export      copies a case, with its whole history, into a file",
      "  import      takes in a case from a journal: a file or a database",
      "  account     adds somebody who signs in to the server, or sets another password",
      "  connect     an account with somebody whom the OpenID provider knows",
      "  disconnect  takes that back; their sessions end",
      "A password is prompted for, or read from standard input; it is never an argument.",
      "While the server runs, administrators use its pages."
    },
    footerHeading =
        "%nExit code 0: done. 1: it was refused. 2: usage error. 66: there is no such journal. 69: the"
            + " database is in use.%n%n",
    footer = {
      "Examples:",
      "  parley cases account ann --administrator --database /srv/parley",
      "  parley cases create river --case examples/river --mediator ann --database /srv/parley",
      "  parley cases export river --to river-2026 --database /srv/parley",
      "  parley cases import river --from river-2026 --mediator bo --database postgresql://db/parley"
    })
public final class CasesCommand implements Callable<Integer> {

  private static final List<String> ACTIONS =
      List.of(
          "list",
          "create",
          "archive",
          "restore",
          "export",
          "import",
          "account",
          "connect",
          "disconnect");

  private final InputStream in;
  private final InstantSource clock;

  @Parameters(
      index = "0",
      paramLabel = "ACTION",
      description =
          "list, create, archive, restore, export, import, account, connect or disconnect.")
  private String action = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ID",
      description = "The id of the case, or the name of the account.")
  private @Nullable String id;

  @Option(
      names = "--database",
      required = true,
      paramLabel = "FOLDER|ADDRESS",
      description =
          "Where the cases lie: a folder, or postgresql://host:port/name?user=ann. Made where there"
              + " is none.")
  private String database = "";

  @SuppressWarnings("unused") // read before the command is
  @Mixin
  private final ConfigOption config = new ConfigOption();

  @Mixin private final DatabasePassword databasePassword;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = "--mediator",
      paramLabel = "NAME",
      description = "The account that mediates the case. Needed to create or import one.")
  private @Nullable String mediator;

  @Option(
      names = "--case",
      paramLabel = "FOLDER",
      description = "Create the case with what is in this folder.")
  private @Nullable Path folder;

  @Option(names = "--title", paramLabel = "TITLE", description = "The title of a case to create.")
  private @Nullable String title;

  @Option(
      names = "--template",
      paramLabel = "NAME|FOLDER",
      description =
          "Create the case from this template, or as a copy of this case folder. Default:"
              + " ${DEFAULT-VALUE}.")
  private String template = BuiltInTemplate.BLANK.word();

  @Option(
      names = "--party",
      paramLabel = "NAME",
      description = "A party of the case to create, as it is called.")
  private List<String> parties = List.of();

  @Option(
      names = "--from",
      paramLabel = "FILE|ADDRESS",
      description = "Import the case from this journal.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Export the case to this file; its name ends in .mv.db.")
  private @Nullable Path to;

  @Option(names = "--administrator", description = "The account may create cases and accounts.")
  private boolean administrator;

  @Spec private @Nullable CommandSpec spec;

  /// A command that reads passwords from `in` without a terminal.
  ///
  /// @param environment the environment, which may hold the password of the database
  public CasesCommand(InputStream in, InstantSource clock, Map<String, String> environment) {
    this.in = in;
    this.clock = clock;
    this.databasePassword = new DatabasePassword(environment);
  }

  @Override
  public Integer call() throws IOException, JournalUnavailableException {
    if (!ACTIONS.contains(action)) {
      throw wrong(
          "\"" + action + "\" is not an action. Maybe one of " + String.join(", ", ACTIONS));
    }
    DatabaseAddress place = databasePassword.address(database, err());
    boolean isMade = action.equals("account") || action.equals("create") || action.equals("import");
    try (CaseRegister register = isMade ? CaseRegister.at(place) : CaseRegister.existing(place)) {
      return switch (action) {
        case "list" -> list(register);
        case "create" -> create(register);
        case "archive" -> said(archive(register, true), "Archived " + id() + ".");
        case "restore" -> said(archive(register, false), "Restored " + id() + ".");
        case "export" -> export(register);
        case "import" -> take(register);
        case "connect", "disconnect" -> connect(register);
        default -> account(register);
      };
    }
  }

  private int connect(CaseRegister register) {
    try {
      return connection.run(action, register.people(), id(), clock.instant(), out(), err());
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }

  private ParameterException wrong(String words) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
  }

  private String id() {
    String given = id;
    if (given == null) {
      throw wrong(
          action.endsWith("connect") || action.equals("account")
              ? "the name of an account is needed. Maybe parley cases " + action + " NAME"
              : "the id of a case is needed. Maybe see: parley cases list");
    }
    return given;
  }

  private int said(String trouble, String done) {
    if (trouble.isEmpty()) {
      out().println(done);
      return ExitCode.OK;
    }
    err().println(trouble);
    return ExitCode.PROBLEMS;
  }

  private int list(CaseRegister register) throws JournalUnavailableException {
    for (HostedCase each : register.list()) {
      out().println(line(each, mediators(register, each)));
    }
    return ExitCode.OK;
  }

  private static String line(HostedCase hosted, String mediators) {
    String state =
        hosted.archived() == null
            ? ""
            : "  archived " + hosted.archived().toString().substring(0, 10);
    return "%-24s %s  %s%s"
        .formatted(hosted.id(), hosted.created().toString().substring(0, 10), mediators, state);
  }

  private static String mediators(CaseRegister register, HostedCase hosted)
      throws JournalUnavailableException {
    try (Accounts people = Accounts.existing(register.addressOf(hosted.id()))) {
      String names =
          people.list().stream()
              .filter(each -> each.role().equals("mediator"))
              .map(Account::name)
              .collect(Collectors.joining(", "));
      return names.isEmpty() ? "no mediator" : names;
    }
  }

  private int create(CaseRegister register) throws IOException, JournalUnavailableException {
    CaseTemplate chosen =
        TemplateArgument.read(Objects.requireNonNull(spec).commandLine(), template).orElse(null);
    if (chosen == null) {
      return ExitCode.PROBLEMS;
    }
    LoadResult read = folder != null ? CaseFolder.of(folder).load() : begun(chosen);
    String trouble =
        switch (read) {
          case LoadResult.Rejected rejected ->
              rejected.problems().stream()
                  .limit(10)
                  .map(Object::toString)
                  .collect(Collectors.joining("\n", "That is no case:\n", ""));
          case LoadResult.Loaded loaded ->
              CaseBeginning.begin(
                  register,
                  id(),
                  loaded.contents(),
                  mediator(),
                  AccountEditor.OPERATOR,
                  folder != null
                      ? "Begun with the folder " + folder.getFileName() + "."
                      : "Begun from the template " + chosen.word() + ".",
                  clock.instant());
        };
    return said(trouble, "Created " + id() + ".");
  }

  private LoadResult begun(CaseTemplate chosen) {
    NewCase typed =
        new NewCase(Objects.requireNonNullElse(title, id()), chosen, Language.ENGLISH, parties);
    if (!typed.faults().isEmpty()) {
      throw wrong(
          typed.faults().stream()
              .map(each -> each.complaint().sentence())
              .collect(Collectors.joining(" ")));
    }
    return CaseReader.read(typed.files());
  }

  private String mediator() {
    String given = mediator;
    if (given == null) {
      throw wrong("a case needs somebody who gives roles in it. Maybe add --mediator NAME");
    }
    return given;
  }

  private String archive(CaseRegister register, boolean isArchived) {
    return register.archive(id(), isArchived ? clock.instant() : null)
        ? ""
        : "There is no case \"" + id() + "\". Maybe see: parley cases list";
  }

  private int export(CaseRegister register) throws JournalUnavailableException {
    Path file = to;
    if (file == null) {
      throw wrong("the file to export to is needed. Maybe --to river-2026");
    }
    CaseMove.MoveOutcome outcome = CaseMove.export(register, id(), register.exportTo(file));
    return said(
        outcome.trouble(),
        "Exported "
            + id()
            + ": "
            + outcome.entries()
            + " entries, verified; the last has hash "
            + outcome.hash()
            + ".");
  }

  private int take(CaseRegister register) throws IOException, JournalUnavailableException {
    String source = from;
    if (source == null) {
      throw wrong("the journal to import from is needed. Maybe --from river-2026");
    }
    CaseMove.MoveOutcome outcome =
        CaseMove.take(
            register,
            id(),
            databasePassword.source(source, err()),
            mediator(),
            AccountEditor.OPERATOR,
            clock.instant());
    return said(
        outcome.trouble(),
        "Imported "
            + id()
            + ": "
            + outcome.entries()
            + " entries, verified; the last has hash "
            + outcome.hash()
            + ".");
  }

  private int account(CaseRegister register) throws IOException {
    String name = id();
    if (!Account.isName(name)) {
      throw wrong(
          "\""
              + name
              + "\" is no name for an account. Maybe letters, digits, '.', '_', '@' and '-',"
              + " a letter or digit first");
    }
    char[] password = new PasswordPrompt(in).ask(List.of(name), this::wrong);
    try {
      register
          .people()
          .put(
              AccountEditor.OPERATOR,
              name,
              administrator ? "administrator" : "member",
              null,
              password,
              clock.instant());
    } finally {
      Arrays.fill(password, ' ');
    }
    out()
        .println(name + (administrator ? " is an administrator of this server." : " may sign in."));
    return ExitCode.OK;
  }
}
