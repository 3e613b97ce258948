package org.parley.model.text;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.source.SourceId;

/// One way to settle a point.
///
/// @param id its id
/// @param title the option in a few words
/// @param summary its meaning
/// @param proposedBy the parties that proposed it, as far as recorded
/// @param source its sources
public record Option(
    OptionId id,
    LocalizedText title,
    @Nullable String summary,
    List<PartyId> proposedBy,
    List<SourceId> source,
    Visibility visibility) {

  public Option {
    proposedBy = List.copyOf(proposedBy);
    source = List.copyOf(source);
  }

  /// The same with its title changed.
  public Option withNames(UnaryOperator<LocalizedText> names) {
    return new Option(id, names.apply(title), summary, proposedBy, source, visibility);
  }
}
