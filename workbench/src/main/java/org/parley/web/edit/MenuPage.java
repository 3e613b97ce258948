package org.parley.web.edit;

import java.util.List;
import org.parley.casefile.shape.Descriptions;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;
import org.parley.wording.Language;
import org.parley.wording.Messages;

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
        Frame.of(Say.text("form.add-something"), open.view().info(), "edit"),
        List.of(
            group("said", "sources", "claims", "items", "meetings"),
            group("happened", "acts"),
            group("measured", "indicators"),
            group("negotiated", "parties", "instruments", "points", "places"),
            group("put", "rounds", "tabledPackages"),
            group(
                "concluded",
                "positions",
                "baselines",
                "pairwiseComparisons",
                "linkages",
                "forecasts"),
            group("steps", "steps", "demands", "terms"),
            group("work", "comments", "tasks"),
            group(
                "guaranteed",
                "guarantees",
                "contributions",
                "needs",
                "coverageQuestions",
                "incidents",
                "logEntries")));
  }

  private static Group group(String name, String... kinds) {
    return new Group(
        Say.text("form.menu.group", "group", new Messages.Select(name)),
        java.util.Arrays.stream(kinds)
            .filter(Visit.current().may()::add)
            .map(
                kind ->
                    new Entry(
                        kind,
                        Say.sentence(RecordTitles.one(kind)),
                        Descriptions.spoken("case-file", kind, Language.current())))
            .toList());
  }
}
