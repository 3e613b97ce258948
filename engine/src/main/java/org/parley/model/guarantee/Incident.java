package org.parley.model.guarantee;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.place.Geometry;
import org.parley.model.place.PlaceId;

/// A reported occurrence, unjudged; log entries hold the reports about it.
///
/// @param id its id
/// @param title its title
/// @param at its coordinates; null if unknown
/// @param places the places it happened at
public record Incident(
    IncidentId id,
    LocalizedText title,
    @Nullable Coordinates at,
    List<PlaceId> places,
    Visibility visibility)
    implements CaseRecord {

  public Incident {
    places = List.copyOf(places);
  }

  /// An incident at no named place.
  public Incident(
      IncidentId id, LocalizedText title, @Nullable Coordinates at, Visibility visibility) {
    this(id, title, at, List.of(), visibility);
  }

  @Override
  public Incident withNames(UnaryOperator<LocalizedText> names) {
    return new Incident(id, names.apply(title), at, places, visibility);
  }

  /// Latitude and longitude in degrees, WGS 84, `48.59, 37.99`.
  public record Coordinates(String said) {

    private static final Pattern SYNTAX =
        Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,6})?), (-?\\d{1,3}(?:\\.\\d{1,6})?)");

    public Coordinates {
      Matcher parts = SYNTAX.matcher(said);
      if (!parts.matches()
          || Math.abs(Double.parseDouble(parts.group(1))) > 90
          || Math.abs(Double.parseDouble(parts.group(2))) > 180) {
        throw new InvalidValueException(InvalidValue.Plain.NOT_COORDINATES, said);
      }
    }

    private double part(int group) {
      Matcher parts = SYNTAX.matcher(said);
      return parts.matches() ? Double.parseDouble(parts.group(group)) : 0;
    }

    /// The latitude, degrees north.
    public double latitude() {
      return part(1);
    }

    /// The longitude, degrees east.
    public double longitude() {
      return part(2);
    }

    /// The position, exactly as written.
    public Geometry.LonLat position() {
      String[] parts = said.split(", ", -1);
      return new Geometry.LonLat(new BigDecimal(parts[1]), new BigDecimal(parts[0]));
    }

    @Override
    public String toString() {
      return said;
    }
  }
}
