package org.parley.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.checks.References;
import org.parley.model.claim.Claim;

/// A training run for the ahead-of-time cache of the JVM (JEP 514). It performs the work of a start
/// once, with a small case and a large one. Later starts are then fast.
///
/// Usage: `TrainingRun CASE`. Works on a copy of the case, and prints nothing.
final class TrainingRun {

  private static final List<String> PAGES =
      List.of(
          "", "claims", "instruments", "sources", "parties", "timeline", "sequence", "guarantees");

  /// How many claims a large case has here, and in how many files.
  private static final int MANY = 30_000;

  private static final int FILES = 4;

  private TrainingRun() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("parley-rehearsal");
    try {
      Path copy = work.resolve("case");
      copy(Path.of(arguments[0]), copy);
      PrintWriter nowhere =
          new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      for (String command : List.of("check", "board")) {
        Parley.cli(Map.of(), new ShutdownHook())
            .printingTo(nowhere, nowhere)
            .run(command, copy.toString());
      }
      look(copy);
      enlarge(copy);
      look(copy);
    } finally {
      delete(work);
    }
    System.exit(0);
  }

  private static void look(Path folder) throws IOException, InterruptedException {
    try (LocalWorkbench running = LocalWorkbench.serve(folder, 0, Map.of());
        HttpClient client = HttpClient.newHttpClient()) {
      running.awaitCase();
      for (String page : PAGES) {
        client.send(
            HttpRequest.newBuilder(running.address().resolve(page)).build(),
            HttpResponse.BodyHandlers.discarding());
      }
    }
  }

  /// Repeats the claims of a case under other ids, in separate files, so that the JVM records the
  /// code paths of a large case.
  private static void enlarge(Path folder) throws IOException {
    if (!(CaseFolder.of(folder).load() instanceof LoadResult.Loaded loaded)) {
      return;
    }
    List<Claim> claims =
        loaded.contents().records().stream()
            .filter(Claim.class::isInstance)
            .map(Claim.class::cast)
            .toList();
    int copies = claims.isEmpty() ? 0 : MANY / FILES / claims.size();
    for (int file = 0; file < FILES; file++) {
      StringBuilder text = new StringBuilder("claims:\n");
      for (int i = 0; i < copies; i++) {
        for (Claim claim : claims) {
          String id = claim.id().value();
          text.append(CaseWriter.text(References.renamed(claim, id, id + "-" + file + "-" + i)));
        }
      }
      Files.writeString(folder.resolve("again-" + file + ".yaml"), text);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".yaml")) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
