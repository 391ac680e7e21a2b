package io.cloudpulse.transforms.activity;

import java.util.Arrays;

/**
 * A set of hashes that says of each whether it is new. Two sorted arrays: most are in the one, news
 * go into the other, an eighth as long at most. So a hash takes about 9 bytes, and an addition two
 * binary searches and a short move.
 */
final class SeenHashes {
  private static final int LEAST_NEWS = 64;

  private long[] most;
  private long[] news;
  private int newsCount;

  SeenHashes() {
    this(new long[0]);
  }

  /** Of hashes that are in order and distinct. */
  SeenHashes(long[] sorted) {
    this.most = sorted;
    this.news = new long[LEAST_NEWS];
  }

  /** False if it was there. */
  boolean add(long hash) {
    if (Arrays.binarySearch(most, hash) >= 0) {
      return false;
    }
    int place = Arrays.binarySearch(news, 0, newsCount, hash);
    if (place >= 0) {
      return false;
    }
    insert(-place - 1, hash);
    return true;
  }

  private void insert(int place, long hash) {
    if (newsCount == news.length) {
      most = sorted();
      news = new long[Math.max(LEAST_NEWS, most.length / 8)];
      newsCount = 0;
      place = 0;
    }
    System.arraycopy(news, place, news, place + 1, newsCount - place);
    news[place] = hash;
    newsCount++;
  }

  /** What it keeps in memory. */
  int bytes() {
    return Long.BYTES * (most.length + news.length);
  }

  /** All, in order; a copy, or what never changes. */
  long[] sorted() {
    if (newsCount == 0) {
      return most;
    }
    long[] all = Arrays.copyOf(most, most.length + newsCount);
    int from = most.length - 1;
    int news = newsCount - 1;
    for (int to = all.length - 1; news >= 0; to--) {
      all[to] = from >= 0 && most[from] > this.news[news] ? most[from--] : this.news[news--];
    }
    return all;
  }
}
