package org.parley.cli.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.bargain.cases.Headline;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PackageWords;
import org.parley.bargain.cases.Safety;
import org.parley.bargain.robust.Robust;
import org.parley.bargain.zone.Estimate;
import org.parley.exact.Finding;
import org.parley.model.CaseView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Says which package is safest where worths are only known within bounds, as text and as JSON.
final class SafetyPrinter {

  private static final int SHOWN = 3;

  private final Safety safety;
  private final long seed;

  SafetyPrinter(Safety safety, long seed) {
    this.safety = safety;
    this.seed = seed;
  }

  private Headline headline() {
    String all =
        new PackageWords(safety.packages()).parties(safety.packages().problem().everyone());
    return new Headline(
        safety.sentence(),
        safety.parties() == safety.packages().problem().everyone()
            ? ""
            : "Whatever the worths are within their bounds, nothing is acceptable to "
                + all
                + ": so this is among "
                + new PackageWords(safety.packages()).parties(safety.parties())
                + ".",
        "");
  }

  void print(Page page) {
    PackagesText.answer(safety.packages(), page, headline());
    safety
        .asked()
        .ifPresent(
            finding -> {
              page.heading("The package on the table");
              finding.findAnswer().stream()
                  .flatMap(List::stream)
                  .forEach(robust -> robust(page, robust));
            });
    page.heading("The safest that were found");
    List<Robust> all = safety.safest().findAnswer().orElse(List.of());
    if (all.isEmpty()) {
      page.line(2, "None.");
    }
    all.stream().limit(SHOWN).forEach(robust -> robust(page, robust));
    page.heading("How worths were drawn");
    page.line(2, read());
    if (safety.safest() instanceof Finding.Bounded<List<Robust>>(_, var bound, _)) {
      page.line(2, "Seeds from " + seed + "; " + bound.inWords() + ".");
    }
    PackagesText.assumed(safety.packages(), page);
  }

  private String read() {
    return "Each worth and baseline lies anywhere in its interval with equal chance, independent of"
        + " the others"
        + (safety.within() > 0
            ? ", and beyond it by up to " + safety.within() + " per cent of itself"
            : "")
        + "; joint worths are taken at the middle of theirs.";
  }

  private void robust(Page page, Robust robust) {
    String standing = Safety.standing(robust);
    page.line(
        2,
        standing.substring(0, 1).toUpperCase(Locale.ROOT)
            + standing.substring(1)
            + "; "
            + safety.efficient(robust)
            + ".");
    page.line(4, String.join(" ", ids(robust)));
  }

  private List<String> ids(Robust robust) {
    List<String> ids = new ArrayList<>();
    for (int point = 0; point < robust.options().size(); point++) {
      ids.add(
          safety
              .packages()
              .matters()
              .get(point)
              .options()
              .get(robust.options().get(point))
              .value());
    }
    return ids;
  }

  ObjectNode json(CaseView view) {
    PackageProblem packages = safety.packages();
    ObjectNode json = PackagesJson.head(view, packages, headline());
    PackagesJson.array(json, "looked", PackagesArgument.ids(packages, safety.parties()));
    json.put("within", safety.within());
    json.put("inDoubt", safety.inDoubt());
    json.put("seed", seed);
    safety.asked().ifPresent(asked -> robusts(json.putArray("table"), asked));
    robusts(json.putArray("safest"), safety.safest());
    json.put("read", read());
    return json;
  }

  private void robusts(ArrayNode json, Finding<List<Robust>> finding) {
    for (Robust robust : finding.findAnswer().orElse(List.of())) {
      ObjectNode each = json.addObject();
      PackagesJson.array(each, "options", ids(robust));
      each.put("standing", robust.standing().name().toLowerCase(Locale.ROOT));
      estimate(each.putObject("acceptable"), robust.acceptable());
      estimate(each.putObject("efficient"), robust.efficient());
    }
  }

  static void estimate(ObjectNode json, Estimate estimate) {
    json.put("hits", estimate.hits());
    json.put("draws", estimate.draws());
    json.put("share", estimate.share());
    json.put("low", estimate.low());
    json.put("high", estimate.high());
  }
}
