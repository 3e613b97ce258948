package org.parley.exchange.places;

import java.util.List;
import org.parley.casefile.CaseWriter;
import org.parley.model.CaseInfo;
import org.parley.model.cases.Case;
import org.parley.model.place.Place;

/// Places read from a file.
///
/// @param places the places
/// @param notes what was left out, a sentence each
public record ImportedPlaces(List<Place> places, List<String> notes) {

  public ImportedPlaces {
    places = List.copyOf(places);
    notes = List.copyOf(notes);
  }

  /// The places as the text of a case file.
  public String text() {
    return CaseWriter.write(Case.of(new CaseInfo("Places", null, List.of()), places))
        .getOrDefault("places.yaml", "");
  }
}
