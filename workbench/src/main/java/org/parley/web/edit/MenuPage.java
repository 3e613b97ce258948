package org.parley.web.edit;

import java.util.List;
import org.parley.casefile.shape.Descriptions;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;

/// The menu of record kinds to add.
///
/// @param frame the page frame
/// @param groups the kinds, grouped
public record MenuPage(Frame frame, List<Group> groups) {

  /// Kinds that belong together.
  public record Group(String title, List<Entry> entries) {}

  /// One kind.
  public record Entry(String kind, String title, String meaning) {}

  /// The page of a case.
  public static MenuPage of(OpenCase open) {
    return new MenuPage(
        Frame.of("Add something", open.view().info(), "edit"),
        List.of(
            group("What was said", "sources", "claims", "items", "meetings"),
            group("What happened", "acts"),
            group("What is measured", "indicators"),
            group("What is negotiated", "parties", "instruments", "points", "places"),
            group("What is put to the parties", "rounds", "tabledPackages"),
            group(
                "What is concluded",
                "positions",
                "baselines",
                "pairwiseComparisons",
                "linkages",
                "forecasts"),
            group("What is to happen", "steps", "demands", "terms"),
            group("What is remarked, and to be done", "comments", "tasks"),
            group(
                "What is guaranteed",
                "guarantees",
                "contributions",
                "needs",
                "coverageQuestions",
                "incidents",
                "logEntries")));
  }

  private static Group group(String title, String... kinds) {
    return new Group(
        title,
        java.util.Arrays.stream(kinds)
            .filter(Visit.current().may()::add)
            .map(
                kind ->
                    new Entry(
                        kind,
                        Say.sentence(RecordTitles.one(kind)),
                        Descriptions.of("case-file." + kind)))
            .toList());
  }
}
