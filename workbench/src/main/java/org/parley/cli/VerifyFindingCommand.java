package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.findings.PrecedentFindings;
import org.parley.answer.findings.VerdictAnswer;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.job.JobCheck;
import org.parley.job.JobFile;
import org.parley.proof.BadFindingException;
import org.parley.proof.FindingFile;
import org.parley.wording.CheckWording;
import org.parley.wording.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley verify-finding FILE`: does a finding that was exported hold?
@Command(
    name = "verify-finding",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a finding that was exported as JSON, from its certificate alone.",
      "Of precedents, it counts again in your own copies of the files it names.",
      "Of a job of parley cluster, it computes the parts again in this process."
    },
    footerHeading = "%nExit code 0: it holds. 1: it fails, or is open. 66: no such file.%n%n",
    footer = {
      "Examples:",
      "  parley findings my-case findings",
      "  parley verify-finding findings/frontier.json",
      "  parley verify-finding --json findings/frontier.json | jq .verdict"
    })
public final class VerifyFindingCommand implements Callable<Integer> {

  private static final long MOST_STEPS = 100_000_000;

  private final ReferenceShelf shelf;

  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "The finding, as JSON.")
  private Path file = Path.of("");

  @Option(
      names = "--steps",
      paramLabel = "STEPS",
      description = "Leave it open after so many steps of the check. Default: 100 million.")
  private long steps = MOST_STEPS;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description =
          "Of a job of parley cluster: compute so many of its parts again. Default: all of them.")
  private int sample = Integer.MAX_VALUE;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  public VerifyFindingCommand(ReferenceShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Integer call() throws Exception {
    return language.run(this::verify);
  }

  private int verify() throws IOException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      String text = Files.readString(file);
      return JobFile.isOne(text)
          ? tell(job(JobFile.parse(text)), out)
          : tell(VerdictAnswer.of(finding(FindingFile.parse(text))), out);
    } catch (BadFindingException e) {
      spec.commandLine().getErr().println(CheckWording.unreadable(e));
      return ExitCode.PROBLEMS;
    }
  }

  private Verdict finding(FindingFile file) throws BadFindingException {
    return PrecedentFindings.verify(file, shelf, Budget.ofSteps(steps));
  }

  private VerdictAnswer job(JobFile job) throws BadFindingException {
    Verdict verdict = JobCheck.verify(job, sample, Budget.ofSteps(steps));
    VerdictAnswer answer = VerdictAnswer.of(verdict);
    return verdict.holds() && job.question().keepsParts()
        ? new VerdictAnswer(answer.verdict(), answer.code(), answer.arguments(), held(job))
        : answer;
  }

  private String held(JobFile job) {
    int parts = job.parts().size();
    return Messages.current().text("jobs.holds", "parts", parts, "again", Math.min(sample, parts));
  }

  private int tell(VerdictAnswer answer, PrintWriter out) {
    out.println(json ? AnswerJson.pretty(answer) : answer.words());
    return answer.verdict() == Verdict.Outcome.HOLDS ? ExitCode.OK : ExitCode.PROBLEMS;
  }
}
