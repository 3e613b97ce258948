package org.parley.cli.team;

import java.io.PrintWriter;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ConfigOption;
import org.parley.cli.DatabasePassword;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.notice.Delivery;
import org.parley.notice.MailAddress;
import org.parley.notice.MailServer;
import org.parley.notice.NoticePlan;
import org.parley.notice.NoticeText;
import org.parley.notice.SmtpSender;
import org.parley.notice.Webhook;
import org.parley.notice.WebhookSender;
import org.parley.store.JournalUnavailableException;
import org.parley.store.notices.Undelivered;
import org.parley.store.people.Accounts;
import org.parley.wording.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley notices ACTION`: tries mail server and webhook, and lists what was not delivered.
@Command(
    name = "notices",
    mixinStandardHelpOptions = true,
    description = {
      "Tries the notices of a team's server, and lists those that are not delivered.",
      "The action is one of:",
      "  test     sends one to ADDRESS, to the webhook, or to both",
      "  list     the notices that are not delivered",
      "The options are those of parley serve. While a case is served from a file, its mediator uses"
          + " the page Notices."
    },
    footerHeading =
        "%nExit code 0: sent, or listed. 1: it was not taken. 2: usage error. 66: no such journal."
            + " 69: the database is in use.%n%n",
    footer = {
      "Examples:",
      "  parley notices test ann@example.org --mail-server smtp.example.org --mail-from"
          + " parley@example.org",
      "  parley notices test --webhook https://hooks.example.org/parley --webhook-secret-file key",
      "  parley notices list --database team/river"
    })
public final class NoticesCommand implements Callable<Integer> {

  private static final List<String> ACTIONS = List.of("test", "list");

  private final InstantSource clock;

  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(index = "0", paramLabel = "ACTION", description = "test or list.")
  private String action = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ADDRESS",
      description = "The mail address that gets the test.")
  private @Nullable String to;

  @Mixin private final NoticeOptions options;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The address that the test names. Default: ${DEFAULT-VALUE}.")
  private URI server = URI.create("https://parley.example.org/");

  @Option(
      names = "--database",
      paramLabel = "FILE|ADDRESS",
      description = "Where the journal of the case lies, as for parley serve.")
  private @Nullable String database;

  @SuppressWarnings("unused") // read before the command is
  @Mixin
  private final ConfigOption config = new ConfigOption();

  @Mixin private final DatabasePassword databasePassword;

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold passwords and secrets
  public NoticesCommand(InstantSource clock, Map<String, String> environment) {
    this.clock = clock;
    this.options = new NoticeOptions(environment);
    this.databasePassword = new DatabasePassword(environment);
  }

  @Override
  public Integer call() throws Exception {
    String word = action.toLowerCase(Locale.ROOT);
    if (!ACTIONS.contains(word)) {
      throw wrong(
          "\"" + action + "\" is not an action. Maybe one of " + String.join(", ", ACTIONS));
    }
    return language.run(word.equals("test") ? this::test : this::list);
  }

  private Integer list() throws JournalUnavailableException {
    CommandSpec own = Objects.requireNonNull(spec);
    if (database == null) {
      throw wrong("the journal is missing. Maybe add --database");
    }
    PrintWriter out = own.commandLine().getOut();
    try (Accounts people =
        Accounts.existing(databasePassword.address(database, own.commandLine().getErr()))) {
      List<Undelivered> undelivered = people.undelivered();
      if (undelivered.isEmpty()) {
        out.println("No notice is undelivered.");
      }
      undelivered.forEach(each -> out.println(line(each)));
    }
    return ExitCode.OK;
  }

  private static String line(Undelivered each) {
    return String.format(
        Locale.ROOT,
        "%-20s %s  %-8s %2d  %s",
        each.account() == null ? "(webhook)" : each.account(),
        each.made().toString().substring(0, 16),
        each.state().name().toLowerCase(Locale.ROOT),
        each.attempts(),
        each.trouble());
  }

  private Integer test() {
    NoticePlan plan = plan();
    MailServer mail = plan.mail();
    Webhook hook = plan.webhook();
    if ((to == null) != (mail == null)) {
      throw wrong(
          to == null
              ? "the address for the test is missing. Maybe name one: parley notices test"
                  + " ann@example.org"
              : "the mail server is missing. Maybe add --mail-server");
    }
    boolean isSent = mail == null || mail(mail, Objects.requireNonNull(to));
    boolean isCalled = hook == null || call(hook);
    if (plan.isEmpty()) {
      throw wrong("there is nothing to test. Maybe add --mail-server or --webhook");
    }
    return isSent && isCalled ? ExitCode.OK : ExitCode.PROBLEMS;
  }

  private NoticePlan plan() {
    try {
      return options.plan();
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private boolean mail(MailServer mail, String typed) {
    MailAddress address =
        MailAddress.find(typed)
            .orElseThrow(
                () -> wrong("\"" + typed + "\" is no mail address. Maybe ann@example.org"));
    return tell(
        mail.toString(),
        new SmtpSender(mail)
            .send(
                address,
                UUID.randomUUID().toString(),
                clock.instant(),
                NoticeText.of(Language.current(), server)));
  }

  private boolean call(Webhook hook) {
    try (WebhookSender sender = new WebhookSender(hook)) {
      return tell(
          hook.toString(), sender.send(UUID.randomUUID().toString(), clock.instant(), server));
    }
  }

  private boolean tell(String other, Delivery delivery) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    String said =
        switch (delivery) {
          case Delivery.Done _ -> "took the notice.";
          case Delivery.Later(String why, _) -> "did not take the notice: " + why;
          case Delivery.Refused(String why) -> "refused the notice: " + why;
          case Delivery.Unknown(String why) -> "may have taken the notice: " + why;
        };
    out.println(other + " " + said);
    return delivery instanceof Delivery.Done;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
