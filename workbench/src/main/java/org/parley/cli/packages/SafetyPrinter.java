package org.parley.cli.packages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.parley.answer.packages.SafetyAnswer;
import org.parley.bargain.cases.Safety;
import org.parley.bargain.robust.RobustPackage;
import org.parley.exact.Finding;
import org.parley.model.text.OptionId;
import org.parley.wording.BoundWording;
import org.parley.wording.Messages;
import org.parley.wording.PackageWording;

/// Prints the safest packages under uncertain worths, as text.
final class SafetyPrinter {

  private static final int SHOWN = 3;

  private final Safety safety;
  private final long seed;

  SafetyPrinter(Safety safety, long seed) {
    this.safety = safety;
    this.seed = seed;
  }

  void print(Page page) {
    PackagesText.answer(safety.packages(), page, SafetyAnswer.headline(safety));
    safety
        .asked()
        .ifPresent(
            finding -> {
              page.heading(PackagesText.say("on-the-table"));
              finding.findAnswer().stream()
                  .flatMap(List::stream)
                  .forEach(robust -> robust(page, robust));
            });
    page.heading(PackagesText.say("safest"));
    List<RobustPackage> all = safety.safest().findAnswer().orElse(List.of());
    if (all.isEmpty()) {
      page.line(2, PackagesText.say("none"));
    }
    all.stream().limit(SHOWN).forEach(robust -> robust(page, robust));
    page.heading(PackagesText.say("drawn"));
    page.line(2, SafetyAnswer.read(safety));
    if (safety.safest() instanceof Finding.Bounded<List<RobustPackage>>(_, var bound, _)) {
      page.line(
          2,
          PackagesText.say(
              "seeds", "seed", Long.toString(seed), "bound", BoundWording.text(bound)));
    }
    PackagesText.assumed(safety.packages(), page);
  }

  private void robust(Page page, RobustPackage robust) {
    String standing = PackageWording.standing(robust);
    page.line(
        2,
        standing.substring(0, 1).toUpperCase(Locale.ROOT)
            + standing.substring(1)
            + Messages.current().text("semicolon")
            + PackageWording.of(safety.packages()).efficient(safety, robust)
            + ".");
    page.line(
        4,
        SafetyAnswer.options(safety, robust).stream()
            .map(OptionId::value)
            .collect(Collectors.joining(" ")));
  }
}
