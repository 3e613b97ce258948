package org.parley.exchange.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.exchange.tree.JsonReader;
import org.parley.exchange.tree.JsonValue;
import org.parley.exchange.tree.SaidFault;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.model.Id;
import org.parley.model.InvalidValueException;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.place.Geometry;
import org.parley.model.place.Place;
import org.parley.model.place.PlaceId;
import org.parley.wording.Complaint;

/// Reads GeoJSON as places: each feature of a collection, a single feature, or a bare geometry.
///
/// The title is the property `title` or `name`, the note `note` or `description`. The id is that of
/// the feature, or made of the title.
public final class GeoJsonReader {

  private static final int LONGEST_ID = 40;

  private final InputFile file;
  private final List<Place> places = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  private GeoJsonReader(InputFile file) {
    this.file = file;
  }

  /// Reads a file.
  ///
  /// @throws BadFileException if it is not JSON, or a geometry is wrong, with its line
  public static ImportedPlaces read(InputFile file) throws BadFileException {
    GeoJsonReader reader = new GeoJsonReader(file);
    reader.read(JsonReader.read(file).members());
    return new ImportedPlaces(reader.places, reader.notes);
  }

  private void read(JsonValue.Members root) throws BadFileException {
    switch (root.get("type").name()) {
      case "FeatureCollection" -> {
        for (JsonValue feature : root.get("features").items()) {
          feature(feature.members());
        }
        if (places.isEmpty()) {
          throw SaidFault.at(
              file.name(), 0, "it has no feature with a geometry", "name another file");
        }
      }
      case "Feature" -> feature(root);
      default -> add(root, Optional.empty(), file.name(), Optional.empty());
    }
  }

  private void feature(JsonValue.Members feature) throws BadFileException {
    Optional<JsonValue> geometry = feature.findFirst("geometry");
    if (geometry.isEmpty()) {
      notes.add("line " + feature.place().line() + ": a feature without geometry is left out.");
      return;
    }
    Optional<JsonValue> properties = feature.findFirst("properties");
    Optional<String> title = Optional.empty();
    Optional<String> note = Optional.empty();
    if (properties.isPresent()) {
      JsonValue.Members all = properties.get().members();
      title = text(all.findFirst("title", "name", "Name", "NAME"));
      note = text(all.findFirst("note", "description"));
    }
    Optional<String> id = text(feature.findFirst("id"));
    add(
        geometry.get().members(),
        id,
        title.or(() -> id).orElse("Place " + (places.size() + 1)),
        note);
  }

  private static Optional<String> text(Optional<JsonValue> value) throws BadFileException {
    Optional<String> text = value.isPresent() ? Optional.of(value.get().name()) : Optional.empty();
    return text.map(String::strip).filter(each -> !each.isEmpty());
  }

  private void add(
      JsonValue.Members geometry, Optional<String> id, String title, Optional<String> note)
      throws BadFileException {
    places.add(
        new Place(
            new PlaceId(free(id.filter(each -> Id.SYNTAX.matcher(each).matches()), title)),
            LocalizedText.of(title),
            note.orElse(null),
            geometry(geometry),
            null,
            List.of(),
            new Visibility.Public()));
  }

  private Geometry geometry(JsonValue.Members geometry) throws BadFileException {
    try {
      return Geometry.of(written(geometry));
    } catch (InvalidValueException e) {
      Complaint complaint = Complaint.of(e);
      throw SaidFault.at(
          file.name(),
          geometry.place().line(),
          complaint.message() + (e.value().isEmpty() ? "" : ": " + e.value()),
          complaint.advice().replaceFirst("^Maybe ", ""));
    }
  }

  private static String written(JsonValue value) {
    return switch (value) {
      case JsonValue.Members members ->
          members.values().entrySet().stream()
              .map(each -> quoted(each.getKey()) + ": " + written(each.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case JsonValue.Items items ->
          items.values().stream()
              .map(GeoJsonReader::written)
              .collect(Collectors.joining(", ", "[", "]"));
      case JsonValue.Text text -> quoted(text.value());
      case JsonValue.Digits digits -> digits.value();
      case JsonValue.Truth truth -> Boolean.toString(truth.value());
      case JsonValue.Null _ -> "null";
    };
  }

  /// A text that a geometry names; others are of no use to it.
  private static String quoted(String text) {
    return "\"" + text.replaceAll("[\\\\\"\\p{Cntrl}]", "?") + "\"";
  }

  private String free(Optional<String> id, String title) {
    String wanted = id.orElseGet(() -> slug(title));
    String free = wanted;
    for (int number = 2; !taken.add(free); number++) {
      free = wanted + "-" + number;
    }
    return free;
  }

  private static String slug(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String slug = plain.length() <= LONGEST_ID ? plain : plain.substring(0, LONGEST_ID);
    return slug.isEmpty() ? "place" : slug.replaceAll("-$", "");
  }
}
