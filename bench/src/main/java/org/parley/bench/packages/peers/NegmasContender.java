package org.parley.bench.packages.peers;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// NegMAS's own search, `pareto_frontier_numpy`, in a Python with numpy.
///
/// The worths of all packages are computed in advance: in NegMAS this takes longer than the search.
/// The source is not copied; only that one function is run.
final class NegmasContender implements Contender {

  private final Path source;

  /// Over this source.
  ///
  /// @param source NegMAS's `preferences/ops.py`
  NegmasContender(Path source) {
    this.source = source;
  }

  @Override
  public String name() {
    return "NegMAS frontier alone";
  }

  @Override
  public boolean takes(PublishedDomain domain) {
    return domain.canBeEnumerated();
  }

  @Override
  public Search ready(PublishedDomain domain) {
    try {
      return started(domain);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private Search started(PublishedDomain domain) throws IOException {
    List<double[]> points = new ArrayList<>();
    Path file = Files.createTempFile("parley-points", ".bin");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      OwnContenders.forEachPackage(
          domain.problem(),
          worths -> {
            double[] utilities = domain.utilities(worths);
            points.add(utilities);
            for (double each : utilities) {
              try {
                out.writeDouble(each);
              } catch (IOException problem) {
                throw new UncheckedIOException(problem);
              }
            }
          });
    }
    String script;
    try (InputStream in =
        Objects.requireNonNull(NegmasContender.class.getResourceAsStream("negmas.py"))) {
      script = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    Process python =
        new ProcessBuilder(
                "python3",
                "-c",
                script,
                source.toString(),
                file.toString(),
                Integer.toString(domain.parties()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader answers = python.inputReader();
    Writer questions = python.outputWriter();
    if (!"ready".equals(answers.readLine())) {
      throw new IOException("NegMAS did not start; it needs python3 with numpy");
    }
    Files.delete(file);
    return () -> {
      try {
        questions.write("\n");
        questions.flush();
        return Arrays.stream(answers.readLine().split(" "))
            .map(each -> points.get(Integer.parseInt(each)))
            .toList();
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    };
  }
}
