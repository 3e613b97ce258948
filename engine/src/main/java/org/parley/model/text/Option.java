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
/// @param topics its own PA-X topic codes, beside those of its point
/// @param proposedBy the parties that proposed it, as far as recorded
/// @param source its sources
public record Option(
    OptionId id,
    LocalizedText title,
    @Nullable String summary,
    List<String> topics,
    List<PartyId> proposedBy,
    List<SourceId> source,
    Visibility visibility) {

  public Option {
    topics = List.copyOf(topics);
    proposedBy = List.copyOf(proposedBy);
    source = List.copyOf(source);
  }

  /// An option without topics of its own.
  public Option(
      OptionId id,
      LocalizedText title,
      @Nullable String summary,
      List<PartyId> proposedBy,
      List<SourceId> source,
      Visibility visibility) {
    this(id, title, summary, List.of(), proposedBy, source, visibility);
  }

  /// The same with its title changed.
  public Option withNames(UnaryOperator<LocalizedText> names) {
    return new Option(id, names.apply(title), summary, topics, proposedBy, source, visibility);
  }
}
