package org.parley.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.cli.ConfigOption;
import org.parley.cli.DatabasePassword;
import org.parley.cli.ExitCode;
import org.parley.store.DatabaseAddress;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.anchor.AnchorCheck;
import org.parley.store.anchor.AnchorKey;
import org.parley.store.anchor.AnchorMaker;
import org.parley.store.anchor.AnchorPlan;
import org.parley.store.anchor.AnchorRefused;
import org.parley.store.anchor.AnchorSigner;
import org.parley.store.anchor.TimeStamps;
import org.parley.store.people.Accounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley anchor key|make|verify FILE`: signed heads of a journal, in a file kept elsewhere.
@Command(
    name = "anchor",
    mixinStandardHelpOptions = true,
    description = {
      "Signs the head of a journal, its last entry with number and hash, and appends it to a file"
          + " (Ed25519). A journal that is rewritten as a whole no longer has it.",
      "Keep file and key where those who rule the journal cannot change them. The file tells how many"
          + " entries there are, hidden ones too."
    },
    footerHeading =
        "%nExit code 0: done, or all anchors hold. 1: one does not hold, the journal lost what was"
            + " anchored, or there is no time stamp. 2: usage error. 66: no such journal. 69: in use."
            + " 73: the key is there already.%n%n",
    footer = {
      "Examples:",
      "  parley anchor key a.key                        also writes a.key.pub",
      "  parley anchor make river.anchors --database team/river --key a.key",
      "  parley anchor verify river.anchors --database team/river --trust a.key.pub"
    })
public final class AnchorCommand implements Callable<Integer> {

  private final InstantSource clock;

  @Parameters(index = "0", paramLabel = "ACTION", description = "key, make or verify.")
  private String action = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "key: the private key. Else: the file of anchors.")
  private @Nullable Path file;

  @Option(
      names = "--database",
      paramLabel = "FILE|ADDRESS",
      description = "The journal, as for parley serve.")
  private @Nullable String database;

  @SuppressWarnings("unused") // read before the command is
  @Mixin
  private final ConfigOption config = new ConfigOption();

  @Mixin private final DatabasePassword password;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "make: sign with this private key (PKCS 8, as PEM).")
  private @Nullable Path key;

  @Option(
      names = "--time-stamp",
      paramLabel = "URL",
      description =
          "make: have this authority confirm the time (RFC 3161). It learns a digest alone.")
  private @Nullable URI authority;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "verify: a public key that may have signed. May be given several times.")
  private List<Path> trusted = List.of();

  @Option(
      names = "--trust-time-stamps",
      paramLabel = "FILE",
      description =
          "verify: certificates of authorities for time stamps, or of their issuers, as PEM.")
  private List<Path> certificates = List.of();

  @Option(names = "--json", description = "verify: print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold the password of a database
  public AnchorCommand(InstantSource clock, Map<String, String> environment) {
    this.clock = clock;
    this.password = new DatabasePassword(environment);
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    try {
      return switch (action.toLowerCase(Locale.ROOT)) {
        case "key" -> makeKey();
        case "make" -> make();
        case "verify" -> verify();
        default -> throw wrong("\"" + action + "\" is not an action. Maybe key, make or verify");
      };
    } catch (AnchorRefused e) {
      err.println(AnchorWords.sentence(e.getMessage()));
      return ExitCode.PROBLEMS;
    } catch (FileAlreadyExistsException e) {
      err.println("\"" + e.getFile() + "\": " + e.getReason() + ".");
      return ExitCode.CANNOT_WRITE;
    }
  }

  private Integer makeKey() throws IOException {
    Path place = Objects.requireNonNull(file);
    AnchorKey made = AnchorSigner.create(place);
    say(
        "Written to "
            + place
            + ", for its owner alone. Hand out "
            + AnchorSigner.publicFile(place)
            + "; its fingerprint is\n"
            + made.fingerprint());
    return ExitCode.OK;
  }

  private Integer make()
      throws IOException, JournalUnavailableException, AnchorRefused, InterruptedException {
    if (key == null) {
      throw wrong("the key is missing. Maybe add --key, and make one with parley anchor key");
    }
    checkAuthority();
    AnchorPlan plan = new AnchorPlan(Objects.requireNonNull(file), key, Duration.ZERO, authority);
    try (Journal journal = Journal.existing(address())) {
      AnchorMaker.MadeAnchor made = AnchorMaker.make(journal, plan, clock.instant());
      say(AnchorWords.made(made, plan.file()));
      return made.trouble() == null ? ExitCode.OK : ExitCode.PROBLEMS;
    }
  }

  private void checkAuthority() {
    URI given = authority;
    if (given != null && !AnchorPlan.isAuthority(given)) {
      throw wrong("--time-stamp is \"" + given + "\". Maybe http://tsa.example.org");
    }
  }

  private Integer verify() throws IOException, JournalUnavailableException, AnchorRefused {
    if (trusted.isEmpty()) {
      throw wrong("the public key is missing. Maybe add --trust");
    }
    List<AnchorKey> keys = new ArrayList<>();
    for (Path each : trusted) {
      keys.add(AnchorKey.read(each));
    }
    TimeStamps stamps = TimeStamps.trusting(certificates);
    try (Journal journal = Journal.existing(address());
        Accounts people = Accounts.of(journal.database())) {
      AnchorCheck.AnchorReport found =
          AnchorCheck.of(journal, people, Objects.requireNonNull(file), keys, stamps);
      say(json ? AnswerJson.pretty(AnchorsAnswer.of(found)) : AnchorWords.of(found));
      return found.holds() ? ExitCode.OK : ExitCode.PROBLEMS;
    }
  }

  private DatabaseAddress address() throws JournalUnavailableException {
    if (database == null) {
      throw wrong("the journal is missing. Maybe add --database");
    }
    return password.address(database, Objects.requireNonNull(spec).commandLine().getErr());
  }

  private void say(String words) {
    Objects.requireNonNull(spec).commandLine().getOut().println(words);
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
