package org.parley.model.place;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;

/// A named geometry: a ceasefire line, a zone of withdrawal, a crossing.
///
/// @param id its id
/// @param title its name
/// @param note a remark for readers
/// @param geometry its geometry, as GeoJSON
/// @param date the date it shows, of a line that moves; null if it stays
/// @param source its sources
public record Place(
    PlaceId id,
    LocalizedText title,
    @Nullable String note,
    Geometry geometry,
    @Nullable Edtf date,
    List<SourceId> source,
    Visibility visibility)
    implements CaseRecord {

  public Place {
    source = List.copyOf(source);
  }

  @Override
  public Place withNames(UnaryOperator<LocalizedText> names) {
    return new Place(id, names.apply(title), note, geometry, date, source, visibility);
  }
}
