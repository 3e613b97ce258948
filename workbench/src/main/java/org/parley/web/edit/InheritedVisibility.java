package org.parley.web.edit;

import java.util.List;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.FormOutcome;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;

/// Gives a dependent record the visibility of its parent: a source is visible to the readers of its
/// claim.
public final class InheritedVisibility {

  private InheritedVisibility() {}

  public static CaseEdit of(CaseEdit edit, Visibility visibility) {
    return edit instanceof CaseEdit.Add(CaseRecord record, var file)
        ? new CaseEdit.Add(of(record, visibility), file)
        : edit;
  }

  /// The same record for other readers.
  public static CaseRecord of(CaseRecord record, Visibility visibility) {
    RecordForm form = RecordForm.of(record);
    FormOutcome filled =
        form.fill(
            form.written(record).with(FormVisibility.KEY, FormVisibility.of(visibility)),
            List.of());
    return filled instanceof FormOutcome.Made(CaseRecord made) ? made : record;
  }
}
