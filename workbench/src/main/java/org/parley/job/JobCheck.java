package org.parley.job;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.parley.check.Check;
import org.parley.check.Flaw;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.outlook.plan.PlanForecast;
import org.parley.outlook.plan.PlanForecasts;
import org.parley.proof.BadFindingException;
import org.parley.proof.RecordJson;

/// Checks the file of a job.
///
/// A forecast is checked by the independent check of its runs. Of other jobs, the answer must
/// follow from the parts, and parts are computed again by the same engine, in this process.
public final class JobCheck {

  private static final long CHOICE = 0x5EED;

  private JobCheck() {}

  /// Checks a job.
  ///
  /// @param most how many parts are computed again, chosen by a fixed seed; all, if there are fewer
  /// @param budget a step is a part, for forecasts a run
  /// @throws BadFindingException if a part of the file has another form
  public static Verdict verify(JobFile job, int most, Budget budget) throws BadFindingException {
    try {
      return job.question() instanceof JobQuestion.Forecast asked
          ? forecast(asked, RecordJson.read(job.answer(), PlanForecast.class), budget)
          : parts(job, most, new Meter(budget));
    } catch (RuntimeException e) {
      // the file is untrusted input: what its question breaks is a failed check
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
  }

  private static Verdict forecast(JobQuestion.Forecast asked, PlanForecast stated, Budget budget) {
    if (stated.seed() != asked.seeds().first() || stated.runs() != asked.seeds().count()) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    return Check.verify(
        new Question.Forecast(asked.plan()),
        new Finding.Proved<>(stated, new PlanForecasts.Simulated(stated)),
        budget);
  }

  private static Verdict parts(JobFile job, int most, Meter meter) throws BadFindingException {
    JobSweep sweep = JobSweep.of(job.question());
    if (sweep.size() != job.parts().size()
        || job.question().caseHash().stream().anyMatch(each -> !each.equals(job.caseHash()))) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    if (!sweep.answer(job.parts()).toString().equals(job.answer().toString())) {
      return Verdict.fails(Flaw.Code.OTHER_ANSWER);
    }
    for (int number : chosen(sweep.size(), most)) {
      if (meter.spend(1) || meter.look()) {
        return new Verdict.Open(Verdict.Reason.BUDGET);
      }
      if (!job.parts().get(number).toString().equals(sweep.part(number))) {
        return Verdict.fails(Flaw.Code.OTHER_PART, number + 1);
      }
    }
    return new Verdict.Holds();
  }

  /// So many numbers of parts, in order.
  private static List<Integer> chosen(int size, int most) {
    SplittableRandom random = new SplittableRandom(CHOICE);
    int[] order = IntStream.range(0, size).toArray();
    int count = Math.min(size, most);
    for (int at = 0; at < count; at++) {
      int other = at + random.nextInt(size - at);
      int kept = order[at];
      order[at] = order[other];
      order[other] = kept;
    }
    return IntStream.of(order).limit(count).sorted().boxed().toList();
  }
}
