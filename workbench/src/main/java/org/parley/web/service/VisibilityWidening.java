package org.parley.web.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.casefile.CaseEdit;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.model.text.Point;

/// A change that shows a record, or a part of one, to more readers. Disclosure is irreversible, so
/// it needs confirmation.
///
/// @param record the id of the record
/// @param part the id of the part shown to more; the id of the record for all of it
/// @param before the readers before
/// @param after the readers after
public record VisibilityWidening(String record, String part, Visibility before, Visibility after) {

  /// The widenings among some changes. Additions are none: their visibility is explicit.
  ///
  /// @param confirmed the confirmed readers
  public static List<VisibilityWidening> of(
      CaseView view, List<CaseEdit> edits, Visibility confirmed) {
    List<VisibilityWidening> found = new ArrayList<>();
    for (CaseEdit edit : edits) {
      if (edit instanceof CaseEdit.Change(CaseRecord after)) {
        String id = after.id().value();
        view.findWhole(id).ifPresent(before -> add(before, after, confirmed, found));
      }
    }
    return List.copyOf(found);
  }

  private static void add(
      CaseRecord before, CaseRecord after, Visibility confirmed, List<VisibilityWidening> found) {
    Map<String, Visibility> now = parts(before);
    parts(after)
        .forEach(
            (part, visibility) -> {
              Visibility was = now.get(part);
              if (was != null && !was.covers(visibility) && !confirmed.covers(visibility)) {
                found.add(new VisibilityWidening(after.id().value(), part, was, visibility));
              }
            });
  }

  /// The least visibility that includes the readers of all of these.
  ///
  /// @param widenings at least one
  public static Visibility widest(List<VisibilityWidening> widenings) {
    Visibility widest = widenings.getFirst().after();
    for (VisibilityWidening each : widenings) {
      widest = widest.or(each.after());
    }
    return widest;
  }

  /// Who sees a record and each of its named parts.
  private static Map<String, Visibility> parts(CaseRecord record) {
    Map<String, Visibility> parts = new LinkedHashMap<>();
    parts.put(record.id().value(), record.visibility());
    for (References.Mention mention : References.of((Record) record)) {
      if (mention.declares()) {
        parts.putIfAbsent(mention.id().value(), all(mention.visibility()));
      }
    }
    if (record instanceof Point point) {
      point
          .texts()
          .forEach(
              text ->
                  parts.put("text " + text.version(), point.visibility().and(text.visibility())));
    }
    return parts;
  }

  private static Visibility all(List<Visibility> marks) {
    Visibility least = new Visibility.Public();
    for (Visibility each : marks) {
      least = least.and(each);
    }
    return least;
  }
}
