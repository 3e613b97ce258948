package org.parley.bench.packages.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.bargain.Problem;
import org.parley.bargain.clash.PartyDemand;
import org.parley.exchange.bargaining.BargainingFiles;
import org.parley.exchange.bargaining.Format;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.genius.file.XmlReader;
import org.parley.genius.utility.ImportedProblem;

/// A GENIUS domain in a folder: one domain file and the profiles of the parties.
///
/// @param name the name of the folder
/// @param domain the domain file
/// @param profiles the profiles
/// @param imported the imported problem
/// @param problem the problem without baselines
record PublishedDomain(
    String name, Path domain, List<Path> profiles, ImportedProblem imported, Problem problem) {

  /// The most packages enumerated.
  private static final long MOST_PACKAGES = 2_000_000;

  PublishedDomain {
    profiles = List.copyOf(profiles);
  }

  /// Reads a folder.
  ///
  /// @param names which files, as a regular expression
  static PublishedDomain of(Path folder, String names) throws IOException {
    List<Path> domains = new ArrayList<>();
    List<Path> profiles = new ArrayList<>();
    List<Path> files;
    try (var listing = Files.list(folder)) {
      files =
          listing
              .filter(file -> String.valueOf(file.getFileName()).matches(names))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      try {
        switch (XmlReader.read(InputFile.of(file)).name()) {
          case "negotiation_template" -> domains.add(file);
          case "utility_space" -> profiles.add(file);
          default -> System.out.println("  passed over: " + file);
        }
      } catch (BadFileException problem) {
        System.out.println("  passed over: " + FileFaultWording.sentence(problem));
      }
    }
    List<Path> all = new ArrayList<>(domains);
    all.addAll(profiles);
    ImportedProblem imported = read(all);
    return new PublishedDomain(
        String.valueOf(folder.getFileName()),
        domains.getFirst(),
        profiles,
        imported,
        PartyDemand.keeping(imported.problem(), List.of()));
  }

  private static ImportedProblem read(List<Path> files) throws IOException {
    try {
      return BargainingFiles.read(Format.GENIUS, files);
    } catch (BadFileException _) {
      return BargainingFiles.read(Format.GENIUS, files, 12);
    }
  }

  /// Whether all packages can be enumerated in reasonable time.
  boolean canBeEnumerated() {
    return imported.packages().bitLength() < 63
        && imported.packages().longValueExact() <= MOST_PACKAGES;
  }

  boolean isAdditive() {
    return problem.jointWorths().isEmpty();
  }

  int parties() {
    return problem.parties().size();
  }

  /// A vector of worths as utilities.
  double[] utilities(long[] worths) {
    double unit = imported.unit().doubleValue();
    double[] utilities = new double[worths.length];
    for (int party = 0; party < worths.length; party++) {
      utilities[party] = worths[party] / unit;
    }
    return utilities;
  }
}
