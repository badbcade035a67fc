# The plain case in R: two processes, each with a stream of dqrng (ziggurat over xoroshiro128+), in chunks that stay near the
# cache: one product with the factor that makes growth and contributions of scores, moments, and counts in bins by tabulate, so
# that no draw is kept and only sums and counts come back.
#
#   Rscript plain.R DRAWS [quantile]
#
# With `quantile` all draws are kept and base R's quantile, a partial sort, is asked, a row a process, as most would.
#
# The figures are those of Scenarios/son-la-2025-planned-weights.yaml; the answer is held against that of growth.

suppressPackageStartupMessages({
  library(dqrng)
  library(parallel)
})

arguments <- commandArgs(trailingOnly = TRUE)
draws <- as.integer(arguments[1])
keeping <- identical(arguments[2], "quantile")
threads <- 2L
chunk <- 20000L
bins <- 8192L
width <- 10  # standard deviations on either side that the bins cover
probabilities <- c(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
names <- c("growth", paste0(c("agriculture", "industry-construction", "services", "taxes"), ".contribution"))
target <- 0.08

weights <- c(0.23, 0.29, 0.42, 0.06)
deviations <- c(0.015, 0.09, 0.023, 0.03)
correlation <- matrix(c(
  1.00, -0.05, -0.01, -0.20,
  -0.05, 1.00, 0.06, 0.07,
  -0.01, 0.06, 1.00, 0.48,
  -0.20, 0.07, 0.48, 1.00), 4)
contributions <- weights * c(0.043, 0.024, 0.065, 0.051)

# Growth and the contributions are columns, less their means.
means <- c(sum(contributions), contributions)
factor <- chol(correlation) %*% diag(weights * deviations)
factor <- cbind(rowSums(factor), factor)
options(matprod = "blas")  # the scores hold no NaN to look for

rows <- function(count) matrix(dqrnorm(4L * count), ncol = 4) %*% factor

# Sums, sums of squares, counts in bins and hits of a share of the draws.
tally <- function(stream, share, scale) {
  dqset.seed(2025L, stream)
  sums <- squares <- numeric(5)
  counts <- matrix(0, bins, 5)
  hits <- 0
  done <- 0L
  while (done < share) {
    count <- min(chunk, share - done)
    block <- rows(count)
    hits <- hits + sum(block[, 1] >= target - means[1])
    sums <- sums + colSums(block)
    squares <- squares + colSums(block * block)
    for (k in 1:5) {
      place <- as.integer(block[, k] * (bins / (2 * width) / scale[k]) + (bins / 2 + 1))
      counts[, k] <- counts[, k] + tabulate(pmin.int(pmax.int(place, 1L), bins), bins)
    }
    done <- done + count
  }
  list(sums, squares, counts, hits)
}

binned <- function() {
  dqset.seed(2025L, threads + 1L)
  pilot <- rows(chunk)
  scale <- sqrt(colMeans(pilot * pilot))
  shares <- diff(as.integer(seq(0, draws, length.out = threads + 1)))
  found <- mclapply(seq_len(threads), function(k) tally(k, shares[k], scale), mc.cores = threads)
  found <- lapply(1:4, function(part) Reduce(`+`, lapply(found, `[[`, part)))
  distance <- found[[1]] / draws
  sds <- sqrt((found[[2]] - draws * distance^2) / (draws - 1))
  quantiles <- sapply(1:5, function(k) {
    cumulative <- c(0, cumsum(found[[3]][, k]))
    rank <- probabilities * draws
    place <- findInterval(rank, cumulative, left.open = TRUE)
    inside <- (rank - cumulative[place]) / found[[3]][place, k]
    means[k] + scale[k] * ((place - 1 + inside) * (2 * width / bins) - width)
  })
  list(found[[4]] / draws, rbind(means + distance, sds, quantiles))
}

kept <- function() {
  dqset.seed(2025L)
  values <- rows(draws)
  probability <- sum(values[, 1] >= target - means[1]) / draws
  summarise <- function(k) {
    c(mean(values[, k]) + means[k], sd(values[, k]), quantile(values[, k], probabilities, names = FALSE) + means[k])
  }
  list(probability, do.call(cbind, mclapply(1:5, summarise, mc.cores = threads, mc.preschedule = FALSE)))
}

start <- proc.time()[["elapsed"]]
dqRNGkind("Xoroshiro128+")
answer <- if (keeping) kept() else binned()
seconds <- proc.time()[["elapsed"]] - start

number <- function(x) formatC(x, digits = 17, format = "g")
cat(sprintf('{"target": "growth", "probability": %s}\n', number(answer[[1]])))
for (k in 1:5) {
  row <- number(answer[[2]][, k])
  cat(sprintf('{"quantity": "%s", "mean": %s, "standardDeviation": %s, "quantiles": [%s]}\n',
    names[k], row[1], row[2], paste(row[-(1:2)], collapse = ", ")))
}
cat(sprintf('{"seconds": %s}\n', number(seconds)))
