package org.parley.cli.packages;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.parley.answer.AnswerJson;
import org.parley.answer.packages.PackageAnswers;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.wording.BoundWording;
import org.parley.wording.PackageWording;

/// Streams outcomes one by one, so that a long list needs no memory. Each is a line of text or, in
/// JSON, an object per line.
final class OutcomesPrinter {

  private final PackageProblem packages;
  private final PrintWriter out;
  private final boolean json;

  /// A sentence about the outcomes.
  private record Remark(String says) {}

  OutcomesPrinter(PackageProblem packages, PrintWriter out, boolean json) {
    this.packages = packages;
    this.out = out;
    this.json = json;
  }

  private boolean whole(Frontier frontier, boolean every) {
    say(PackagesText.say("frontier-all", "count", frontier.size()));
    list(frontier, every);
    return true;
  }

  /// The frontier among all parties.
  ///
  /// @param every whether to list every package of each outcome, not one
  /// @return whether there is one
  boolean frontier(Finding<Frontier> finding, boolean every) {
    return switch (finding) {
      case Finding.Impossible<Frontier>(Certificate certificate) -> {
        say(PackageWording.of(packages).nothing(certificate));
        yield false;
      }
      case Finding.Exhausted<Frontier>(Frontier frontier) -> whole(frontier, every);
      case Finding.Proved<Frontier>(Frontier frontier, _) -> whole(frontier, every);
      case Finding.Bounded<Frontier>(Frontier frontier, var bound, var by) -> {
        say(
            PackagesText.say(
                "frontier-cover",
                "count",
                frontier.size(),
                "by",
                PackagesText.by(by),
                "bound",
                BoundWording.text(bound)));
        list(frontier, every);
        yield frontier.size() > 0;
      }
    };
  }

  /// Finds it within a budget.
  static Finding<Frontier> frontier(PackageProblem packages, Budget budget) {
    return Frontiers.find(packages.problem(), budget);
  }

  private void list(Frontier frontier, boolean every) {
    for (int entry = 0; entry < frontier.size(); entry++) {
      long[] worths = frontier.worths(entry);
      Consumer<int[]> print = options -> outcome(worths, options);
      frontier.packagesOf(entry, every ? Integer.MAX_VALUE : 1, print);
    }
  }

  /// Random packages that all accept, each with the same chance.
  ///
  /// @return whether as many as wanted were found
  boolean sample(RandomGenerator random, int count, Budget budget) {
    Finding<Zone> finding = Zones.find(packages.problem(), packages.problem().everyone(), budget);
    Zone zone = finding.findAnswer().orElse(null);
    Meter meter = new Meter(budget);
    int drawn = 0;
    while (zone != null && drawn < count) {
      int[] options = zone.draw(random, meter).orElse(null);
      if (options == null) {
        break;
      }
      outcome(packages.problem().worths(options), options);
      drawn++;
    }
    if (drawn < count) {
      say(
          drawn == 0 && !meter.stopped()
              ? PackagesText.say("sample-none")
              : PackagesText.say("sample-some", "drawn", drawn, "count", count));
    }
    return drawn == count;
  }

  private void say(String sentence) {
    if (json) {
      out.println(AnswerJson.line(new Remark(sentence)));
    } else {
      out.println(sentence);
    }
  }

  private void outcome(long[] worths, int[] options) {
    if (json) {
      out.println(AnswerJson.line(PackageAnswers.Outcome.of(packages, worths, options)));
      return;
    }
    List<String> all = new ArrayList<>();
    for (int party = 0; party < worths.length; party++) {
      all.add(packages.seats().get(party).party().value() + " " + worths[party]);
    }
    List<String> ids = new ArrayList<>();
    for (int point = 0; point < options.length; point++) {
      ids.add(packages.matters().get(point).options().get(options[point]).value());
    }
    out.println(String.join(", ", all) + ": " + String.join(" ", ids));
  }
}
