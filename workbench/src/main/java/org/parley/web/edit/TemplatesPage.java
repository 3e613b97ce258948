package org.parley.web.edit;

import java.util.Arrays;
import java.util.List;
import org.parley.casefile.template.RecordTemplate;
import org.parley.casefile.template.RecordTemplate.Shelf;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// The page of templates for guarantees, sequences and rounds.
///
/// @param frame the page frame
/// @param parties the number of parties that can stand for roles
/// @param hasPoints whether the case has points to rest on
public record TemplatesPage(Frame frame, int parties, boolean hasPoints) {

  /// The page of a case.
  public static TemplatesPage of(OpenCase open) {
    return new TemplatesPage(
        Frame.of(Say.text("template.title"), open.view().info(), "edit"),
        open.view().parties().size(),
        !open.view().points().isEmpty());
  }

  /// The templates of a part of the case.
  public List<RecordTemplate> on(Shelf shelf) {
    return Arrays.stream(RecordTemplate.values()).filter(each -> each.shelf() == shelf).toList();
  }
}
