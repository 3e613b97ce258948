package org.parley.cli.imports;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.exchange.places.GeoJsonReader;
import org.parley.exchange.places.ImportedPlaces;
import org.parley.exchange.tree.BadFileException;
import org.parley.exchange.tree.InputFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley import geojson FILE`: the features of a GeoJSON file as places of a case.
@Command(
    name = "geojson",
    mixinStandardHelpOptions = true,
    description =
        "GeoJSON (RFC 7946): prints its features as places, for a file of a case. What is left out"
            + " is listed on standard error.")
final class GeoJsonImport implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The GeoJSON file.")
  private @Nullable Path file;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    if (file == null) {
      return ExitCode.USAGE;
    }
    try {
      ImportedPlaces places = GeoJsonReader.read(InputFile.of(file));
      places.notes().forEach(line.getErr()::println);
      line.getOut().print(places.text());
      return ExitCode.OK;
    } catch (BadFileException problem) {
      line.getErr().println(problem.getMessage());
      return ExitCode.PROBLEMS;
    } catch (NoSuchFileException problem) {
      line.getErr()
          .println("There is no file \"" + problem.getFile() + "\". Maybe check the path.");
      return ExitCode.NO_INPUT;
    }
  }
}
