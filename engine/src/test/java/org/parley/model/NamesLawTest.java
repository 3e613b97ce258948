package org.parley.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;

/// A change of names reaches every text of a case that may carry translations, and nothing else.
class NamesLawTest {

  @Test
  void everyNameIsChanged() throws ReflectiveOperationException {
    for (long seed = 0; seed < 30; seed++) {
      Case contents = Cases.of(seed);
      CaseView view = contents.viewFor(new Viewer.Mediator());
      CaseView other = view.withNames(name -> LocalizedText.of(name.text() + "!"));
      List<LocalizedText> found = new ArrayList<>();
      collect(other.info(), found);
      for (CaseRecord each : other.records()) {
        collect(each, found);
      }
      assertTrue(!found.isEmpty(), "seed " + seed);
      for (LocalizedText each : found) {
        assertTrue(each.text().endsWith("!"), "seed " + seed + ": " + each.text());
      }
      assertEquals(view, view.withNames(name -> name), "seed " + seed);
    }
  }

  private static void collect(Object value, List<LocalizedText> found)
      throws ReflectiveOperationException {
    switch (value) {
      case LocalizedText text -> found.add(text);
      case Collection<?> all -> {
        for (Object each : all) {
          collect(each, found);
        }
      }
      case Map<?, ?> all -> collect(all.values(), found);
      case Record record -> {
        for (RecordComponent each : record.getClass().getRecordComponents()) {
          each.getAccessor().setAccessible(true);
          Object part = each.getAccessor().invoke(record);
          if (part != null) {
            collect(part, found);
          }
        }
      }
      default -> {}
    }
  }
}
