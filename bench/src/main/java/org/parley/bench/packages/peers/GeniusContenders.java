package org.parley.bench.packages.peers;

import java.lang.reflect.Array;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// GENIUS itself, by reflection over classes that lie elsewhere.
final class GeniusContenders {

  private final ClassLoader genius;

  /// Over these classes.
  ///
  /// @param classPath folders and jars
  GeniusContenders(List<Path> classPath) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path each : classPath) {
      URI uri = each.toUri();
      urls.add(uri.toURL());
    }
    genius = new URLClassLoader(urls.toArray(URL[]::new));
  }

  List<Contender> all() {
    return List.of(new BidSpace(), new MergedFrontier());
  }

  private Object domain(PublishedDomain domain) throws ReflectiveOperationException {
    return genius
        .loadClass("genius.core.DomainImpl")
        .getConstructor(String.class)
        .newInstance(domain.domain().toString());
  }

  private List<Object> spaces(PublishedDomain domain) throws ReflectiveOperationException {
    Object about = domain(domain);
    Class<?> kind =
        genius.loadClass(
            domain.isAdditive()
                ? "genius.core.utility.AdditiveUtilitySpace"
                : "genius.core.utility.NonlinearUtilitySpace");
    List<Object> spaces = new ArrayList<>();
    for (Path profile : domain.profiles()) {
      spaces.add(
          kind.getConstructor(genius.loadClass("genius.core.Domain"), String.class)
              .newInstance(about, profile.toString()));
    }
    return spaces;
  }

  /// Its `BidSpace`: every package.
  private final class BidSpace implements Contender {
    @Override
    public String name() {
      return "GENIUS BidSpace";
    }

    @Override
    public boolean takes(PublishedDomain domain) {
      return domain.isAdditive() && domain.canBeEnumerated();
    }

    @Override
    public Search ready(PublishedDomain domain) throws ReflectiveOperationException {
      List<Object> spaces = spaces(domain);
      Class<?> kind = genius.loadClass("genius.core.utility.AbstractUtilitySpace");
      Object array = Array.newInstance(kind, spaces.size());
      for (int party = 0; party < spaces.size(); party++) {
        Array.set(array, party, spaces.get(party));
      }
      return () -> enumerated(array, spaces.size());
    }

    private List<double[]> enumerated(Object array, int parties)
        throws ReflectiveOperationException {
      Object space =
          genius
              .loadClass("genius.core.analysis.BidSpace")
              .getConstructor(array.getClass())
              .newInstance(array);
      List<double[]> vectors = new ArrayList<>();
      Object points = space.getClass().getMethod("getParetoFrontier").invoke(space);
      for (Object point : (Collection<?>) points) {
        double[] vector = new double[parties];
        for (int party = 0; party < vector.length; party++) {
          vector[party] =
              (Double) point.getClass().getMethod("getUtility", int.class).invoke(point, party);
        }
        vectors.add(vector);
      }
      return vectors;
    }
  }

  /// Its `ParetoFrontierF`: merges issues, two parties, additive.
  private final class MergedFrontier implements Contender {
    @Override
    public String name() {
      return "GENIUS ParetoFrontierF";
    }

    @Override
    public boolean takes(PublishedDomain domain) {
      return domain.isAdditive() && domain.parties() == 2;
    }

    @Override
    public Search ready(PublishedDomain domain) throws ReflectiveOperationException {
      List<Object> spaces = spaces(domain);
      return () -> merged(spaces);
    }

    private List<double[]> merged(List<Object> spaces) throws ReflectiveOperationException {
      Class<?> kind = genius.loadClass("genius.core.utility.AdditiveUtilitySpace");
      Object found =
          genius
              .loadClass("genius.core.analysis.pareto.ParetoFrontierF")
              .getConstructor(kind, kind)
              .newInstance(spaces.get(0), spaces.get(1));
      List<double[]> vectors = new ArrayList<>();
      Object points = found.getClass().getMethod("getFrontier").invoke(found);
      for (Object point : (Collection<?>) points) {
        vectors.add(
            new double[] {
              (Double) point.getClass().getMethod("utilA").invoke(point),
              (Double) point.getClass().getMethod("utilB").invoke(point)
            });
      }
      return vectors;
    }
  }
}
