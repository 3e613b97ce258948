package org.parley.cli.round;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.ComplaintAnswer;
import org.parley.answer.round.AccordAnswer;
import org.parley.answer.round.AccordFile;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.round.AccordException;
import org.parley.round.AccordFault;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley verify-accord FILE`: is an accord as it was when all accepted?
@Command(
    name = "verify-accord",
    mixinStandardHelpOptions = true,
    description = {
      "Checks an accord downloaded from its page: recomputes its digests from the words in the file.",
      "Says what that proves, and what it does not."
    },
    footerHeading = "%nExit code 0: it holds. 1: it does not. 66: no such file.%n%n",
    footer = {
      "Examples:",
      "  parley verify-accord accord-5f1d0c2b3a4e.json",
      "  parley verify-accord accord-5f1d0c2b3a4e.json --json | jq .digest"
    })
public final class VerifyAccordCommand implements Callable<Integer> {

  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "The accord, as JSON or as its text.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return language.run(this::verify);
  }

  private int verify() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try {
      AccordAnswer accord = AccordAnswer.of(AccordFile.parse(read()));
      if (json) {
        out.println(AnswerJson.pretty(accord));
      } else {
        print(accord, out);
      }
      return ExitCode.OK;
    } catch (AccordException e) {
      Complaint complaint = new Complaint(e.fault(), e.value());
      out.println(json ? AnswerJson.pretty(ComplaintAnswer.of(complaint)) : complaint.sentence());
      return ExitCode.PROBLEMS;
    }
  }

  private String read() throws IOException, AccordException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new AccordException(AccordFault.NOT_AN_ACCORD, "");
    }
  }

  private static void print(AccordAnswer accord, PrintWriter out) {
    Messages messages = Messages.current();
    out.println(messages.text("accord.holds") + " " + accord.headline());
    out.println(accord.when());
    out.println(accord.digest());
    accord.provisions().forEach(each -> out.println("  - " + each));
    list(messages.text("accord.proves"), accord.proves(), out);
    list(messages.text("accord.open"), accord.open(), out);
  }

  private static void list(String title, List<String> lines, PrintWriter out) {
    out.println();
    out.println(title + ":");
    lines.forEach(each -> out.println("  - " + each));
  }
}
