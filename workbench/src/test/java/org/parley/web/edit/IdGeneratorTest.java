package org.parley.web.edit;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.web.SmallWorld;
import org.parley.web.service.Visitor;

/// Ids that nobody chose.
class IdGeneratorTest {

  private static String chosen(List<CaseRecord> besides) {
    return IdGenerator.fill(
            SmallWorld.build().viewFor(new Viewer.Mediator()),
            besides,
            Visitor.mediator("ann"),
            RecordForm.of("meetings"),
            new FormValue.Keys(List.of()))
        .words("id");
  }

  @Test
  void anIdBesideTheFilesOfTheCaseIsTaken() {
    String first = chosen(List.of());
    CaseRecord besides =
        CaseReader.read(
                    Map.of(
                        "a.yaml",
                        "case: {title: T}\nparties: [{id: "
                            + first
                            + ", name: Arda, kind: state}]"))
                instanceof LoadResult.Loaded loaded
            ? loaded.contents().records().iterator().next()
            : fail();
    assertNotEquals(first, chosen(List.of(besides)));
  }
}
