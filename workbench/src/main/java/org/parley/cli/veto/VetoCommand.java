package org.parley.cli.veto;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.veto.VetoDelegation;
import org.parley.veto.VetoException;
import org.parley.veto.VetoFault;
import org.parley.veto.VetoIdentity;
import org.parley.veto.VetoMessage;
import org.parley.veto.VetoSecrets;
import org.parley.veto.VetoTerms;
import org.parley.veto.VetoTranscript;
import org.parley.veto.VetoVerifier;
import org.parley.wording.VetoWording;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley veto STEP`: one step of an anonymous veto.
@Command(
    name = "veto",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "STEP",
    description = {
      "Runs an anonymous veto over packages: it shows for each package only whether all accept.",
      "Every delegation runs its own steps, on its own machine. The transcript goes between them."
    },
    footerHeading =
        "%nExit code 0: done. 1: refused, and why. 2: usage error. 66: no such file. 73: the file is"
            + " there already.%n%n",
    footer = {
      "Examples, in this order:",
      "  parley veto key ua.key",
      "  parley veto begin r.jsonl --party UA=5f6b... --party RU=90... --packages p",
      "  parley veto join r.jsonl --as UA --key ua.key --secrets ua.sec",
      "  parley veto answer r.jsonl --as UA --key ua.key --secrets ua.sec --answers a",
      "  parley veto open r.jsonl --as UA --key ua.key --secrets ua.sec",
      "  parley verify-round r.jsonl"
    })
public final class VetoCommand implements Runnable {

  @Mixin private final LanguageOption language = new LanguageOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        line(), "Which step? One of key, begin, join, answer, open, withdraw and collect.");
  }

  /// A step; its refusals become words.
  private interface Work {
    void run(PrintWriter out) throws IOException, VetoException;
  }

  @Command(
      name = "key",
      mixinStandardHelpOptions = true,
      description = {
        "Makes the signing key of a delegation, in a file that its owner alone may read.",
        "Prints the public key, for the terms. Tell it by a channel that you trust."
      })
  int key(@Parameters(paramLabel = "FILE", description = "The new file.") Path file)
      throws Exception {
    return step(
        out -> {
          VetoIdentity identity = VetoIdentity.random(new SecureRandom());
          SecretFile.create(file, identity.secretKey() + "\n");
          out.println(identity.publicKey());
        });
  }

  @Command(
      name = "begin",
      mixinStandardHelpOptions = true,
      description = "Writes the terms of a round: who takes part, and on which packages.")
  int begin(
      @Parameters(paramLabel = "TRANSCRIPT", description = "The new file.") Path file,
      @Option(
              names = "--party",
              required = true,
              paramLabel = "PARTY=KEY",
              description = "A party and the public key of its delegation. Repeat it.")
          List<String> parties,
      @Option(
              names = "--packages",
              required = true,
              paramLabel = "FILE",
              description = "The packages, one a line: an id, a space, and the words.")
          Path packages)
      throws Exception {
    return step(
        out -> {
          List<VetoTerms.Delegate> delegates = new ArrayList<>();
          for (String each : parties) {
            String[] sides = each.split("=", 2);
            delegates.add(new VetoTerms.Delegate(sides[0], sides.length < 2 ? "" : sides[1]));
          }
          List<VetoTerms.BallotPackage> tabled = new ArrayList<>();
          for (String line : lines(packages)) {
            String[] words = line.strip().split("\\s+", 2);
            tabled.add(new VetoTerms.BallotPackage(words[0], words.length < 2 ? "" : words[1]));
          }
          VetoTerms terms = VetoTerms.of(delegates, tabled, new SecureRandom());
          Files.writeString(file, terms.line() + "\n", StandardOpenOption.CREATE_NEW);
          out.println(VetoWording.begun(terms));
        });
  }

  @Command(
      name = "join",
      mixinStandardHelpOptions = true,
      description = {
        "First round: draws a secret exponent for each package and publishes keys.",
        "Who joins agrees to the terms: read them first."
      })
  int join(
      @Mixin RoundSide side,
      @Option(
              names = "--secrets",
              required = true,
              paramLabel = "FILE",
              description = "The secrets of this round; the file is made.")
          Path secrets)
      throws Exception {
    return step(
        out -> {
          VetoSecrets kept = RoundSide.find(secrets);
          VetoDelegation.Made made =
              side.delegation().join(VetoVerifier.read(side.transcript()), side.party(), kept);
          if (kept == null) {
            SecretFile.create(secrets, made.secrets().text());
          }
          publish(side, made.message(), out);
        });
  }

  @Command(
      name = "answer",
      mixinStandardHelpOptions = true,
      description = {
        "Seals the answers: publishes a commitment to them, once all have joined.",
        "A sealed answer is final."
      })
  int answer(
      @Mixin RoundSide side,
      @Option(
              names = "--secrets",
              required = true,
              paramLabel = "FILE",
              description = "The secrets of this round.")
          Path secrets,
      @Option(
              names = "--answers",
              required = true,
              paramLabel = "FILE",
              description = "The answers, one a line: a package, a space, and accept or refuse.")
          Path answers)
      throws Exception {
    return step(
        out -> {
          VetoSecrets kept = VetoSecrets.of(SecretFile.read(secrets));
          VetoDelegation.Made made =
              side.delegation()
                  .answer(
                      VetoVerifier.read(side.transcript()), side.party(), kept, answers(answers));
          SecretFile.replace(secrets, made.secrets().text());
          publish(side, made.message(), out);
        });
  }

  @Command(
      name = "open",
      mixinStandardHelpOptions = true,
      description = "Second round: opens the answers, once all are sealed.")
  int open(
      @Mixin RoundSide side,
      @Option(
              names = "--secrets",
              required = true,
              paramLabel = "FILE",
              description = "The secrets of this round.")
          Path secrets)
      throws Exception {
    return step(
        out ->
            publish(
                side,
                side.delegation()
                    .open(
                        VetoVerifier.read(side.transcript()),
                        side.party(),
                        VetoSecrets.of(SecretFile.read(secrets))),
                out));
  }

  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      description = "Leaves the round, which ends it for all without a result.")
  int withdraw(@Mixin RoundSide side) throws Exception {
    return step(
        out ->
            publish(
                side,
                side.delegation().withdraw(VetoVerifier.read(side.transcript()), side.party()),
                out));
  }

  @Command(
      name = "collect",
      mixinStandardHelpOptions = true,
      description = "Checks messages that were sent as files, and appends them to the transcript.")
  int collect(
      @Parameters(index = "0", paramLabel = "TRANSCRIPT", description = "The transcript.")
          Path transcript,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "MESSAGE", description = "Messages.")
          List<Path> messages)
      throws Exception {
    return step(
        out -> {
          List<VetoMessage> all = new ArrayList<>();
          for (Path each : messages) {
            for (String line : lines(each)) {
              all.add(VetoMessage.of(line));
            }
          }
          append(transcript, all, out);
        });
  }

  private int step(Work work) throws Exception {
    CommandLine line = line();
    return language.run(
        () -> {
          try {
            work.run(line.getOut());
            return ExitCode.OK;
          } catch (VetoException e) {
            line.getErr().println(VetoWording.refused(e));
            return ExitCode.PROBLEMS;
          } catch (FileAlreadyExistsException e) {
            line.getErr().println(VetoWording.exists(e.getFile()));
            return ExitCode.CANNOT_WRITE;
          }
        });
  }

  private static void publish(RoundSide side, VetoMessage message, PrintWriter out)
      throws IOException, VetoException {
    Path file = side.message();
    if (file == null) {
      append(side.transcript(), List.of(message), out);
      return;
    }
    VetoVerifier.read(side.transcript()).with(message);
    Files.writeString(file, message.line() + "\n", StandardOpenOption.CREATE_NEW);
    out.println(VetoWording.written(message, file.toString()));
  }

  /// Appends messages under a lock, all or none: in a shared folder two delegations may be at it at
  /// once.
  private static void append(Path file, List<VetoMessage> messages, PrintWriter out)
      throws IOException, VetoException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      VetoTranscript transcript = VetoVerifier.read(file);
      StringBuilder lines = new StringBuilder();
      for (VetoMessage each : messages) {
        transcript = transcript.with(each);
        lines.append(each.line()).append('\n');
      }
      ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
      channel.position(channel.size());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      out.println(VetoWording.state(transcript.state()));
      Objects.requireNonNull(lock);
    }
  }

  private static Map<String, Boolean> answers(Path file) throws IOException, VetoException {
    Map<String, Boolean> answers = new LinkedHashMap<>();
    for (String line : lines(file)) {
      String[] words = line.strip().split("\\s+");
      Boolean accepts =
          words.length != 2
              ? null
              : switch (words[1]) {
                case "accept" -> Boolean.TRUE;
                case "refuse" -> Boolean.FALSE;
                default -> null;
              };
      if (accepts == null || answers.put(words[0], accepts) != null) {
        throw new VetoException(VetoFault.NOT_AN_ANSWER, words[0]);
      }
    }
    return answers;
  }

  private static List<String> lines(Path file) throws IOException, VetoException {
    try {
      return Files.readAllLines(file).stream().filter(each -> !each.isBlank()).toList();
    } catch (CharacterCodingException e) {
      throw new VetoException(VetoFault.NOT_A_TRANSCRIPT_LINE, file.toString());
    }
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
