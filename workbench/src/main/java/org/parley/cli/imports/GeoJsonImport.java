package org.parley.cli.imports;

import org.parley.exchange.places.GeoJsonReader;
import org.parley.exchange.places.ImportedPlaces;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import picocli.CommandLine.Command;

/// `parley import geojson FILE`: the features of a GeoJSON file as places of a case.
@Command(
    name = "geojson",
    mixinStandardHelpOptions = true,
    description =
        "GeoJSON (RFC 7946): prints its features as places, for a file of a case. What is left out"
            + " is listed on standard error.")
final class GeoJsonImport extends FileImport {

  @Override
  Imported read(InputFile file) throws BadFileException {
    ImportedPlaces found = GeoJsonReader.read(file);
    return new Imported(found.text(), found.notes());
  }
}
